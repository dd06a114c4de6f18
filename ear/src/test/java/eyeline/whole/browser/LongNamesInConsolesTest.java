package eyeline.whole.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import eyeline.whole.wire.Body;
import eyeline.whole.wire.Brand;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The length of a name or a text moves no button out of reach: every page of the consoles, its list and its form, and the check. */
@InBrowsers
@Tag("long")
class LongNamesInConsolesTest {
    private static final String LONG = LongNames.UNBROKEN;
    private static final String ORIGIN = "https://" + "long.".repeat(15) + "example.org";

    @Test
    void everyListAndEveryForm(Screens screens) {
        var brand = new Brand(screens.product());
        var user = brand.user("w".repeat(60), "AGENT");
        Brand.made(brand.admin().change(brand.configuration("le-users/users/" + user), Body.of("fullName", LONG)));
        var skill = Brand.made(brand.admin().post(brand.configuration("le-users/skills"), Body.of("name", LONG))).getString("id");
        var profile = brand.profile("AGENT");
        Brand.made(brand.admin().change(brand.configuration("le-users/profiles/" + profile), Body.of("name", LONG)));
        Brand.made(brand.admin().change(brand.configuration("le-users/users/" + user), Body.of("skillIds", List.of(skill))));
        Brand.made(brand.operator().change(brand.operators(), Body.of("name", LONG)));
        assertEquals(200, brand.admin().change(brand.configuration("calls"), Body.of("origins", List.of(ORIGIN), "iceServers", List.of(
                Body.of("url", "turn:" + "turn.".repeat(15) + "example.org:3478", "credential", "FIXED", "username", LONG, "secret", LONG)))).status());
        screens.product().api().post(brand.configuration("page-problems"), Body.of("rule", "IN_A_FRAME").toString(), Map.of("Origin", ORIGIN));
        var page = still(screens, "administrator");
        page.navigate(screens.product().origin() + "/console/");
        page.getByLabel("User name").waitFor();
        Reach.ofAll("log-in", page);
        var console = ConsolePage.logsIn(screens.product(), page, brand.account(), "first");
        for (var place : List.of("people", "people/" + user, "people/new", "profiles", "profiles/" + profile, "skills", "skills/" + skill, "calls", "texts", "websites", "history")) {
            goes(screens, page, "/console/#/" + place);
            Reach.ofAll(place, page);
        }
        goes(screens, page, "/console/#/people/" + user);
        console.presses("Delete");
        console.isAsked("Delete this person?");
        Reach.ofAll("the question before deleting", page);
        console.answers("Keep");
        var operator = still(screens, "operator");
        ConsolePage.ofTheOperator(screens.product(), operator);
        for (var place : List.of("accounts", "accounts/" + brand.account(), "accounts/new")) {
            goes(screens, operator, "/backend/#/" + place);
            Reach.ofAll(place, operator);
        }
    }

    @Test
    void theCheck(Screens screens) {
        var page = screens.page("check", screens.context(Devices.ONE_CAMERA, Screens.ALLOWED));
        page.navigate(screens.product().origin() + "/check/?account=10000001");
        Reach.ofAll("before the check", page);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Start the check")).click();
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Run again"))).isVisible(
                new LocatorAssertions.IsVisibleOptions().setTimeout(60_000));
        Reach.ofAll("check", page);
    }

    private static Page still(Screens screens, String name) {
        return screens.page(name, screens.context(Devices.ONE_CAMERA, options -> options.setReducedMotion(ReducedMotion.REDUCE)));
    }

    private static void goes(Screens screens, Page page, String hash) {
        page.navigate(screens.product().origin() + hash);
        assertThat(page.getByRole(AriaRole.HEADING).first()).isVisible();
        assertThat(page.getByText("Loading", new Page.GetByTextOptions().setExact(true))).hasCount(0);
    }
}
