package eyeline.whole.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pages in a browser whose person blocks all site data, as Chromium itself does it: no storage, no locks, no cookies. */
@InBrowsers
class StorageDeniedTest {
    private static final String LOG_IN_AGAIN = "This browser keeps nothing: after a reload you have to log in again";
    private static final String ANEW = "This browser keeps nothing: after a reload, or on another page, the conversation starts anew.";

    private Screens screens;
    private BrandPages brand;
    private BrowserContext browser;

    @BeforeEach
    void begin(Screens screens) {
        this.screens = screens;
        brand = new BrandPages(screens);
        browser = screens.keepingNothing();
    }

    @Test
    void aConversationAndACallWorkInMemoryAndTheWindowSaysWhatItCannotKeep() {
        var workspace = says("agent", "/agent/", LOG_IN_AGAIN + ", and a call that runs is over.");
        assertThat(workspace.getByText("needs cookies, which this browser blocks")).isVisible();
        var agent = AgentPage.logsIn(screens.product(), workspace, brand.brand().account(), BrandPages.AGENT);
        var talk = Talk.begins(screens, agent, brand.consumer(browser));
        talk.consumer().reads(ANEW);
        assertThat(talk.consumer().window().getByText("No connection")).isHidden();
        talk.sees();
        agent.presses("Hang up");
        talk.isOver();

        var page = talk.consumer().page();
        page.reload();
        var anew = ShopPage.opens(screens.product(), page, page.url());
        anew.reads("Hello. How can we help?");
        nothingIsThrown();
    }

    @Test
    void consolesAndTheCheckWorkInMemoryAndSayWhatTheyCannotKeep() {
        var console = ConsolePage.logsIn(screens.product(), says("console", "/console/", LOG_IN_AGAIN), brand.brand().account(), "first");
        console.opens("People");
        assertThat(console.link("Some " + BrandPages.AGENT)).isVisible();
        ConsolePage.ofTheOperator(screens.product(), says("backend", "/backend/", LOG_IN_AGAIN));
        var check = says("check", "/check/?account=" + brand.brand().account(), "what you choose here is forgotten when you leave this page.");
        check.getByText("Start the check").click();
        assertThat(check.locator("li.GOOD[data-row=signalling]")).isVisible();
        nothingIsThrown();
    }

    private Page says(String name, String path, String sentence) {
        var page = screens.page(name, browser);
        page.route("**/api/sign-in", route -> route.fulfill(new Route.FulfillOptions().setContentType("application/json").setBody("{\"sso\":true}")));
        page.navigate(screens.product().origin() + path);
        assertThat(page.getByText(sentence)).isVisible();
        return page;
    }

    private void nothingIsThrown() {
        assertFalse(screens.console().contains("error: "), screens.console());
    }
}
