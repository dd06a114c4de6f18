package eyeline.whole.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import eyeline.whole.Product;
import eyeline.whole.wire.AgentDesk;
import eyeline.whole.wire.Scene;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The API's description, served and shown: a person logs in on its page and tries a GET. */
@InBrowsers
class ApiDocsTest {

    @Test
    void thePageShowsTheApiAndTriesIt(Screens screens) {
        var page = screens.page("api-docs", screens.context(Devices.ONE_CAMERA, Screens.DENIED));
        page.navigate(screens.product().origin() + "/api-docs/");
        page.getByText("The call settings", new Page.GetByTextOptions().setExact(true)).first().waitFor();
        assertEquals("", screens.console());
        var bad = new AxeBuilder(page).exclude("#api").analyze().getViolations().stream()
                .filter(rule -> Set.of("serious", "critical").contains(rule.getImpact()))
                .flatMap(rule -> rule.getNodes().stream().map(node -> rule.getId() + " " + node.getTarget())).toList();
        assertEquals(List.of(), bad);
        authorize(page, AgentDesk.logsIn(screens.product().api(), Scene.ACCOUNT, "admin1").bearer());
        var settings = page.locator("#operations-Call_settings-SettingsResource_get");
        settings.locator("button.opblock-summary-control").click();
        settings.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Try it out")).click();
        settings.getByPlaceholder("account").fill(Scene.ACCOUNT);
        settings.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Execute")).click();
        PlaywrightAssertions.assertThat(settings.locator(".live-responses-table .response .response-col_status").first()).containsText("200");
        assertTrue(settings.locator(".live-responses-table").innerText().contains("invitationSeconds"));
        Screens.picture(page, Product.target().resolve("api-docs.png"));
        assertEquals("", screens.console());
    }

    private static void authorize(Page page, String bearer) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Authorize").setExact(true)).click();
        page.locator(".modal-ux input").fill(bearer);
        page.locator(".modal-ux button[type=submit]").click();
        page.locator(".modal-ux .btn-done").click();
    }

    @Test
    void theDescriptionIsServedToAnybody(Screens screens) {
        var answer = screens.product().api().get("/api/openapi.json");
        assertEquals(200, answer.statusCode());
        assertTrue(answer.headers().firstValue("Content-Type").orElse("").startsWith("application/json"));
        assertTrue(answer.body().contains("\"3.1.0\""));
        assertFalse(answer.body().contains("wildfly"));
    }
}
