package eyeline.whole.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import eyeline.whole.wire.Brand;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What somebody has written and neither sent nor saved is still there when its place on the screen comes back. */
@InBrowsers
class DraftsInBrowsersTest {
    private static final String HALF = "The sofa that I mean is";
    private static final String REPLY = "Dear customer, about your sofa:";
    private static final String SECRET = "violet-Otter-91-lamp";
    /** More than one message holds. */
    private static final String LONG = "First of many. " + "Every sofa has four legs. ".repeat(310) + "Last of many.";

    @Test
    void unsentTextSurvivesWhatTakesTheComposerAway(Screens screens) {
        var pages = new BrandPages(screens);
        var device = screens.page(BrandPages.AGENT, screens.context(Devices.ONE_CAMERA, options -> options.setViewportSize(393, 659)));
        var talk = Talk.begins(screens, AgentPage.logsIn(screens.product(), device, pages.brand().account(), BrandPages.AGENT), pages.consumer());
        consumersTextSurvives(talk, screens);
        textsThatCannotBeSentSayWhy(talk);
        agentsTextSurvives(talk);
    }

    private static void consumersTextSurvives(Talk talk, Screens screens) {
        var shop = talk.consumer();
        shop.composer().fill(HALF);
        talk.isInvitedTo("Voice call");
        assertThat(shop.composer()).isHidden();
        talk.agent().presses("Cancel invitation");
        assertThat(shop.composer()).hasValue(HALF);
        for (var next : new String[] {"/sofas", "/sofas"}) {
            var page = ShopPage.opens(screens.product(), shop.page(), BrandPages.ORIGIN + next);
            assertThat(page.composer()).hasValue(HALF);
        }
    }

    private static void textsThatCannotBeSentSayWhy(Talk before) {
        var shop = new ShopPage(before.consumer().page(), window(before.consumer().page()));
        shop.composer().fill(LONG);
        assertThat(shop.window().getByText(Pattern.compile("^[0-9]+ characters too long for one message"))).isVisible();
        shop.composer().press("Enter");
        assertThat(shop.composer()).hasValue(LONG);
        shop.presses("Send as 2 messages");
        assertThat(shop.composer()).hasValue("");
        before.agent().reads("First of many.");
        before.agent().reads("Last of many.");
        shop.composer().evaluate("field => { field.value = 'nothing\\u0000 but \\ud83d a half'; field.dispatchEvent(new Event('input')); }");
        shop.composer().press("Enter");
        before.agent().reads("nothing but \uFFFD a half");
    }

    private static Frame window(Page page) {
        return page.frames().stream().filter(frame -> frame.url().contains("/window/")).findFirst().orElseThrow();
    }

    private static void agentsTextSurvives(Talk talk) {
        var agent = talk.agent();
        agent.composer().fill(REPLY);
        agent.presses("Back to the list");
        assertThat(agent.composer()).isHidden();
        agent.page().goBack();
        assertThat(agent.composer()).hasValue(REPLY);
        agent.page().reload();
        assertThat(agent.composer()).hasValue(REPLY);
        agent.closesTheConversation();
        agent.reads("Closed. It is in your history.");
        agent.page().goBack();
        assertThat(agent.page().getByText("What you had written here was not sent")).isVisible();
        assertThat(agent.page().locator("eye-unsent blockquote")).hasText(REPLY);
        agent.presses("Back to the list");
        agent.button("settings and log-out").click();
        agent.page().getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Log out")).click();
        assertThat(agent.page().locator("eye-dialog[open]")).containsText("What you have written and not sent goes when you log out");
        assertTrue(kept(agent.page()).contains(REPLY));
        agent.answers("Log out");
        assertThat(agent.page().getByLabel("User name")).isVisible();
        assertFalse(kept(agent.page()).contains(REPLY));
    }

    @Test
    void whatIsTypedIntoAConsoleWaitsInTheTabAndSecretsDoNot(Screens screens) {
        var brand = new Brand(screens.product());
        var page = screens.page("administrator", screens.context(Devices.ONE_CAMERA, Screens.ALLOWED));
        page.onDialog(Dialog::accept);
        var console = ConsolePage.logsIn(screens.product(), page, brand.account(), "first");
        console.link("New person").click();
        console.field("Full name").fill("Ben Okafor");
        console.field("Password").fill(SECRET);
        page.getByRole(AriaRole.NAVIGATION).getByText("Texts").click();
        console.isAsked("Leave without saving?");
        console.answers("Keep for later");
        console.field("Texts in").selectOption("de");
        console.field("Invitation to a video call").fill("{agent} möchte Sie sehen. " + "x".repeat(490));
        assertThat(page.getByText("516 of 500 characters")).isVisible();
        console.presses("Save");
        console.isWrong(console.field("Invitation to a video call"), "1 to 500 characters");
        console.field("Invitation to a video call").fill("{agent} möchte Sie sehen.");
        page.reload();
        assertThat(page.getByText("Unsaved changes from before were put back.")).isVisible();
        assertThat(page.locator("eye-text-preview")).containsText("\u2068Ana Moreau\u2069 möchte Sie sehen.");
        console.presses("Discard them");
        assertThat(page.getByText("Everything is saved.")).isVisible();
        console.opens("People");
        console.link("New person").click();
        assertThat(page.getByText("was not kept: type it again")).isVisible();
        assertThat(console.field("Full name")).hasValue("Ben Okafor");
        assertThat(console.field("Password")).hasValue("");
        assertTrue(kept(page).contains("Ben Okafor"));
        assertFalse(kept(page).contains(SECRET));
        console.presses("Log out");
        console.isAsked("Log out without saving?");
        console.answers("Discard and log out");
        assertThat(page.getByLabel("User name")).isVisible();
        assertFalse(kept(page).contains("Ben Okafor"));
        assertEquals(1, brand.admin().get(brand.configuration("le-users/users")).body().getInt("total"));
    }

    /** All that this tab keeps. */
    private static String kept(Page page) {
        return (String) page.evaluate("() => JSON.stringify({...sessionStorage})");
    }
}
