package eyeline.whole.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The server is killed in the middle of a call: what the two people see of it. */
@InBrowsers
@Order(Integer.MAX_VALUE)
class ServerLossTest {
    /** A start of the server, and the longest pause of a page before it dials again. */
    private static final int BACK_MILLIS = 90_000;

    @Test
    void theyGoOnTalkingWithoutTheServerAndAreToldOfTheEndWhenItIsBack(Screens screens) throws Exception {
        var talk = Talk.begins(screens);
        talk.sees();
        screens.product().kill();
        talk.consumer().media().flows();
        talk.agent().media().flows();
        screens.product().restart();
        appears(talk.agent().page().getByText("The call was ended by the server").first());
        appears(talk.consumer().window().getByText("The call was ended by the server").first());
        talk.isOver();
        assertEquals("SERVER_SHUTDOWN", talk.lastEnd("cause"));
        talk.consumer().presses("Back to the conversation");
        talk.agent().writes("There we are again.");
        talk.consumer().reads("There we are again.");
    }

    private static void appears(Locator text) {
        assertThat(text).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(BACK_MILLIS));
    }
}
