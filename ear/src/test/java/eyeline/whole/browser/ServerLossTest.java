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
    void theyGoOnTalkingWithoutTheServerAndItKnowsTheCallAgainWhenItIsBack(Screens screens) throws Exception {
        var talk = Talk.begins(screens);
        talk.sees();
        screens.product().kill();
        talk.consumer().media().flows();
        talk.agent().media().flows();
        talk.consumer().presses("Mute microphone");
        talk.agent().media().soundStops();
        screens.product().restart();
        appears(talk.agent().page().getByText("Muted").first());
        talk.consumer().presses("Unmute microphone");
        assertThat(talk.agent().page().getByText("Muted").first()).isHidden();
        talk.agent().media().flows();
        assertEquals(1, talk.consumer().media().count("peers"), "media never began anew");
        talk.agent().presses("Hang up");
        talk.isOver();
        assertEquals("HUNG_UP", talk.lastEnd("cause"));
        assertEquals("AGENT", talk.lastEnd("end_reason"));
        assertEquals(talk.secondsSinceBothJoined(), (long) talk.lastEnd("duration_ms") / 1000, 1);
        talk.consumer().presses("Back to the conversation");
        talk.agent().writes("There we are again.");
        talk.consumer().reads("There we are again.");
    }

    private static void appears(Locator text) {
        assertThat(text).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(BACK_MILLIS));
    }
}
