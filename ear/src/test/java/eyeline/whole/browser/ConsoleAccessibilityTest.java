package eyeline.whole.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static eyeline.whole.browser.Wcag.assertCleanEverywhere;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import eyeline.whole.wire.AgentDesk;
import eyeline.whole.wire.Body;
import eyeline.whole.wire.Brand;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** WCAG 2.2 AA on every screen and state of both consoles, light and dark, wide and narrow; and all of it without a mouse. */
@InBrowsers
@Tag("long")
class ConsoleAccessibilityTest {
    private Screens screens;
    private Brand brand;

    @BeforeEach
    void begin(Screens screens) {
        this.screens = screens;
        brand = new Brand(screens.product());
    }

    private Page still(String name) {
        return screens.page(name, screens.context(Devices.ONE_CAMERA, options -> options.setReducedMotion(ReducedMotion.REDUCE)));
    }

    private void goes(Page page, String hash, String heading) {
        page.navigate(screens.product().origin() + hash);
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(heading)).first()).isVisible();
        assertThat(page.getByText("Loading", new Page.GetByTextOptions().setExact(true))).hasCount(0);
    }

    @Test
    void theScreensOfPeopleBreakNoRule() {
        var id = brand.user("agent", "AGENT");
        Brand.made(brand.operator().change(brand.operators(), Body.of("videoAllowed", false)));
        var page = still("administrator");
        page.navigate(screens.product().origin() + "/console/");
        page.getByLabel("User name").waitFor();
        assertCleanEverywhere("log-in", page);
        var console = ConsolePage.logsIn(screens.product(), page, brand.account(), "first");
        goes(page, "/console/#/people", "People");
        assertCleanEverywhere("people", page);
        console.field("Search people").fill("nobody at all");
        assertThat(page.getByText("Nobody has this name")).isVisible();
        assertCleanEverywhere("nobody found", page);
        goes(page, "/console/#/people/" + id, "Some agent");
        assertCleanEverywhere("a person", page);
        console.field("Full name").fill("");
        console.presses("Save");
        console.isWrong(console.field("Full name"), "Full name");
        assertCleanEverywhere("a wrong field", page);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Close").setExact(true)).click();
        console.isAsked("Leave without saving?");
        assertCleanEverywhere("the question before leaving", page);
        console.answers("Stay here");
        console.field("Full name").fill("Mine");
        Brand.made(brand.admin().change(brand.configuration("le-users/users/" + id), Body.of("fullName", "Theirs")));
        console.presses("Save");
        console.isAsked("Somebody else was first");
        assertCleanEverywhere("a stale edit", page);
        console.presses("Use these");
        console.presses("Save");
        console.hears("is saved");
        console.presses("Delete");
        console.isAsked("Delete this person?");
        assertCleanEverywhere("the question before deleting", page);
        console.answers("Keep");
        goes(page, "/console/#/profiles", "Profiles");
        assertCleanEverywhere("profiles", page);
        goes(page, "/console/#/profiles/" + brand.profile("AGENT"), "Profiles");
        assertThat(console.field("Initiate voice conversation")).isVisible();
        assertCleanEverywhere("a profile", page);
        goes(page, "/console/#/skills", "Skills");
        assertCleanEverywhere("no skill yet", page);
        goes(page, "/console/#/skills/new", "New skill");
        assertCleanEverywhere("a new skill", page);
    }

    @Test
    void theScreensOfSettingsBreakNoRule() {
        Brand.made(brand.admin().change(brand.configuration("calls"), Body.of("origins", List.of("https://www.example.org"), "iceServers", List.of(
                Body.of("url", "turn:turn.example.org:3478", "credential", "FIXED", "username", "eyeline", "secret", "a secret of a relay")))));
        screens.product().api().post(brand.configuration("page-problems"), Body.of("rule", "IN_A_FRAME").toString(),
                Map.of("Origin", "https://www.example.org"));
        var page = still("administrator");
        var console = ConsolePage.logsIn(screens.product(), page, brand.account(), "first");
        goes(page, "/console/#/calls", "Call settings");
        assertCleanEverywhere("call settings", page);
        console.presses("Add a server");
        console.presses("Save");
        console.isWrong(page.getByLabel("Address").last(), "is written like");
        assertCleanEverywhere("a server that is wrong", page);
        console.presses("Undo changes");
        goes(page, "/console/#/texts", "Texts");
        assertCleanEverywhere("texts", page);
        console.field("Another language").fill("fr");
        console.presses("Add");
        console.field("Invitation to a voice call").fill("{agent} vous invite.");
        assertCleanEverywhere("texts in another language", page);
        console.presses("Undo changes");
        goes(page, "/console/#/websites", "Websites");
        assertCleanEverywhere("websites", page);
        goes(page, "/console/#/history", "History");
        assertCleanEverywhere("history", page);
        console.presses("Change password");
        console.isAsked("Change password");
        assertCleanEverywhere("the own password", page);
    }

    @Test
    void theScreensOfTheOperatorBreakNoRule() {
        var page = still("operator");
        page.navigate(screens.product().origin() + "/");
        assertCleanEverywhere("the start", page);
        page.navigate(screens.product().origin() + "/backend/");
        page.getByLabel("User name").waitFor();
        assertCleanEverywhere("log-in", page);
        var console = ConsolePage.ofTheOperator(screens.product(), page);
        goes(page, "/backend/#/accounts", "Accounts");
        assertCleanEverywhere("accounts", page);
        goes(page, "/backend/#/accounts/new", "New account");
        assertCleanEverywhere("a new account", page);
        goes(page, "/backend/#/accounts/" + brand.account(), "Brand");
        assertCleanEverywhere("an account", page);
        console.presses("Close account");
        console.isAsked("Close this account?");
        assertCleanEverywhere("the question before closing", page);
        console.answers("Close account");
        console.hears("is closed");
        assertCleanEverywhere("a closed account", page);
    }

    @Test
    void aSkillIsMadeAndDeletedByKeyboardAlone() {
        var page = still("administrator");
        var keys = page.keyboard();
        page.navigate(screens.product().origin() + "/console/");
        page.getByLabel("Account").waitFor();
        keys.type(brand.account());
        keys.press("Tab");
        keys.type("first");
        keys.press("Tab");
        keys.type(AgentDesk.PASSWORD);
        keys.press("Enter");
        assertThat(page.locator("eye-frame")).isVisible();
        var console = new ConsolePage(page);
        console.tabsTo("Skills");
        keys.press("Enter");
        assertThat(console.heading("Skills")).isFocused();
        console.tabsTo("New skill");
        keys.press("Enter");
        assertThat(page.locator("[name=name]")).isFocused();
        keys.type("By keyboard");
        keys.press("Enter");
        console.hears("is created");
        console.tabsTo("Delete");
        keys.press("Enter");
        console.isAsked("Delete this skill?");
        console.tabsTo("Delete");
        keys.press("Enter");
        console.hears("is deleted");
        assertEquals(0, brand.admin().get(brand.configuration("le-users/skills")).body().getInt("total"));
    }
}
