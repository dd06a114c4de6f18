package eyeline.whole.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** A key that was meant for the page around the window, or for what stood there before, consents to nothing. */
@InBrowsers
class KeysInBrowsersTest {

    @Test
    void whoTypesInAFormOfTheShopKeepsTheKeyboardAndAcceptsNothing(Screens screens) {
        var talk = Talk.begins(screens);
        var shop = talk.consumer().page();
        shop.evaluate("() => { const name = document.createElement('input'); name.id = 'name'; document.querySelector('eyeline-window').before(name); }");
        shop.locator("#name").click();
        talk.isInvitedTo("Video call");
        assertEquals("name", shop.evaluate("() => document.activeElement.id"));
        shop.keyboard().type("Ana");
        assertEquals("Ana", shop.locator("#name").inputValue());
        shop.keyboard().press("Tab");
        shop.keyboard().press("Enter");
        shop.keyboard().press("Enter"); // and once more, as who is sure of the form
        shop.keyboard().press("Space");
        talk.agent().presses("Cancel invitation");
        assertThat(talk.consumer().button("Accept with video")).isHidden();
        assertEquals("CANCELLED", talk.lastEnd("cause"));
        assertEquals(0, talk.consumer().media().count("cameras"));
    }

    @Test
    void aPageThatIsLoadedWithAnOpenWindowKeepsTheKeyboard(Screens screens) {
        var shop = Talk.begins(screens).consumer().page();
        shop.reload();
        shop.waitForCondition(() -> shop.frames().stream().anyMatch(frame -> frame.url().startsWith(screens.product().origin() + "/window/")
                && frame.getByText("Shall I show it to you?").count() > 0));
        assertEquals("BODY", shop.evaluate("() => document.activeElement.tagName"));
    }
}
