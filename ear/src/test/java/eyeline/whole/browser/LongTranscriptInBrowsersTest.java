package eyeline.whole.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import eyeline.whole.wire.LongTalk;
import org.junit.jupiter.api.Test;

/** A long conversation opens at its end, older messages come to who goes to them, and who writes too much reads why it was not sent. */
@InBrowsers
class LongTranscriptInBrowsersTest {
    private static final String FIRST = "Is the Fenwick sofa in stock?";
    private static final String BEGINNING = "Beginning of the conversation";
    private static final String SEARCH = "Search in this conversation";
    private static final int MORE = 130;

    @Test
    void opensAtItsEndLoadsOlderMessagesAndSaysWhatIsTooMuch(Screens screens) {
        var brand = new BrandPages(screens);
        var talk = brand.talk();
        var conversation = screens.product().owner().one("select conversation_id from conversation where account_id = ?", brand.brand().account()).toString();
        LongTalk.add(screens.product(), conversation, MORE, 30);
        talk.consumer().writes("and now?");
        talk.agent().reads("and now?");

        var agent = talk.agent().page();
        agent.reload();
        var desk = agent.getByRole(AriaRole.LOG);
        assertThat(desk.getByText("and now?")).isVisible();
        assertThat(desk.getByText(FIRST)).hasCount(0);
        while (desk.getByText(FIRST).count() == 0) {
            var before = bubbles(desk);
            var older = desk.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Older messages"));
            older.focus();
            agent.keyboard().press("Enter");
            agent.waitForCondition(() -> bubbles(desk) > before);
        }
        assertThat(desk.getByText(BEGINNING)).hasCount(1);
        assertTrue(bubbles(desk) >= MORE + 3, bubbles(desk) + " messages");

        var window = inAFreshWindow(screens, talk.consumer().page());
        assertThat(window.getByText("and now?")).isVisible();
        assertThat(window.getByText(FIRST)).hasCount(0);
        while (window.getByText(FIRST).count() == 0) {
            var before = bubbles(window);
            window.evaluate("log => { log.scrollTop = 0; }");
            talk.consumer().page().waitForCondition(() -> bubbles(window) > before);
        }
        assertThat(window.getByText(BEGINNING)).hasCount(1);

        brand.set("messagesPerMinute", 10);
        for (int i = 0; i < 11; i++) {
            talk.agent().writes("one of many " + i);
        }
        assertThat(agent.getByRole(AriaRole.ALERT).getByText("That was much at once.")).isVisible();
        assertThat(desk.getByText("Not sent").first()).isVisible();
        assertThat(desk.getByText("one of many 10")).isVisible();
        brand.set("messagesPerMinute", 600);
        talk.agent().presses("Try again");
        assertThat(agent.getByRole(AriaRole.ALERT).getByText("That was much at once.")).hasCount(0);
        talk.agent().closesTheConversation();
        assertThat(window.getByText("This conversation was closed.")).isVisible();
    }

    @Test
    void isSearchedByKeysWideAndNarrow(Screens screens) {
        var brand = new BrandPages(screens);
        var talk = brand.talk();
        var conversation = screens.product().owner().one("select conversation_id from conversation where account_id = ?", brand.brand().account()).toString();
        LongTalk.add(screens.product(), conversation, MORE, 30);
        talk.consumer().writes("and now?");
        talk.agent().reads("and now?");
        var page = talk.agent().page();
        page.reload();
        var log = page.getByRole(AriaRole.LOG);
        assertThat(log.getByText("and now?")).isVisible();

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(SEARCH)).press("Enter");
        looksFor(page, "fenwick SOFA");
        assertThat(page.getByText("1 message, the newest first.")).isVisible();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        assertThat(log.locator(".message:focus").getByText(FIRST)).isInViewport();
        assertThat(log.getByText(BEGINNING)).hasCount(1);

        page.setViewportSize(390, 700);
        looksFor(page, "7 xxx");
        page.getByRole(AriaRole.LIST, new Page.GetByRoleOptions().setName("Results")).getByRole(AriaRole.BUTTON).last().press("Enter");
        assertThat(log.locator(".message:focus")).isInViewport();
        page.getByRole(AriaRole.SEARCHBOX, new Page.GetByRoleOptions().setName(SEARCH)).press("Escape");
        assertThat(page.getByRole(AriaRole.SEARCHBOX, new Page.GetByRoleOptions().setName(SEARCH))).hasCount(0);
        talk.agent().button("More for this conversation").click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(SEARCH)).click();
        assertThat(page.getByRole(AriaRole.SEARCHBOX, new Page.GetByRoleOptions().setName(SEARCH))).isFocused();
    }

    private static void looksFor(Page page, String words) {
        var field = page.getByRole(AriaRole.SEARCHBOX, new Page.GetByRoleOptions().setName(SEARCH));
        assertThat(field).isVisible();
        field.fill(words);
        field.press("Enter");
    }

    private static int bubbles(Locator log) {
        return log.locator(".bubble").count();
    }

    private static Locator inAFreshWindow(Screens screens, Page shop) {
        shop.reload();
        var address = screens.product().origin() + "/window/";
        shop.waitForCondition(() -> shop.frames().stream().anyMatch(f -> f.url().startsWith(address) && f.getByRole(AriaRole.LOG).count() > 0));
        return shop.frames().stream().filter(f -> f.url().startsWith(address)).findFirst().orElseThrow().getByRole(AriaRole.LOG);
    }
}
