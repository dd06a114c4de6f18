package eyeline.whole.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import eyeline.whole.proxy.BehindProxies;
import eyeline.whole.proxy.Kind;
import eyeline.whole.wire.AgentDesk;
import eyeline.whole.wire.Body;
import eyeline.whole.wire.Scene;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Eyeline below a path of a website, as the archive's file for nginx has it there. Nothing may be looked for at the host's root, which is the website's. */
@Tag("long")
class BelowWebsiteInBrowsersTest {
    private static final String ACCOUNT = Scene.ACCOUNT;

    @Test
    @SuppressWarnings("try") // the proxy only has to be there
    void everythingIsBelowThePath() throws Exception {
        try (var all = BehindProxies.below("/calls"); var front = all.front(Kind.NGINX_BELOW_WEBSITE)) {
            var address = front.place().origin() + "/calls";
            for (var entry : Body.parse(front.api().get("/api/account/" + ACCOUNT + "/service/baseURI.json?version=1.0").body()).getJsonArray("baseURIs").getValuesAs(JsonObject.class)) {
                assertEquals(address, "https://" + entry.getString("baseURI"));
            }
            assertEquals(address + "/agent/", front.api().get("/agent").headers().firstValue("Location").orElseThrow());
            var logIn = front.api().post("/api/account/" + ACCOUNT + "/login?v=1.3", Body.of("username", "agent1", "password", AgentDesk.PASSWORD));
            assertTrue(logIn.headers().allValues("Set-Cookie").stream().allMatch(cookie -> cookie.contains("Path=/calls/api/account/" + ACCOUNT)), "" + logIn.headers().map());
            assertTrue(logIn.headers().firstValue("Strict-Transport-Security").isEmpty(), "the host is the website's");
            try (var browsers = new Browsers(); var screens = new Screens(all.product(), browsers)) {
                var talk = Talk.begins(screens);
                talk.sees();
                talk.agent().page().reload();
                talk.agent().media().flows();
                talk.agent().presses("Hang up");
                talk.isOver();
                pagesAreWhole(screens.page("pages", screens.context(Devices.ONE_CAMERA, Screens.ALLOWED)), address);
            }
        }
    }

    /** Every page loads all that it asks for, and asks for nothing outside of the path. */
    private static void pagesAreWhole(Page page, String address) {
        var missing = new java.util.concurrent.CopyOnWriteArrayList<String>();
        page.onResponse(response -> {
            if (!response.url().startsWith(address + "/") || response.status() >= 400) {
                missing.add(response.status() + " " + response.url());
            }
        });
        for (var path : List.of("/", "/agent/", "/console/", "/backend/", "/check/?account=" + ACCOUNT)) {
            page.navigate(address + path);
            assertThat(page.getByRole(AriaRole.HEADING).or(page.getByRole(AriaRole.BUTTON)).first()).isVisible();
        }
        page.navigate(address + "/api-docs/");
        assertThat(page.getByText("/account/{account}/login").first()).isVisible();
        assertEquals(List.of(), missing);
    }
}
