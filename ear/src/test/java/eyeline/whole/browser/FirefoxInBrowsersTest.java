package eyeline.whole.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** The call between two makers' browsers, each of them on either side. */
@InBrowsers
class FirefoxInBrowsersTest {

    @Test
    void anAgentInFirefoxCallsAConsumerInChromium(Screens screens) {
        var agent = AgentPage.logsIn(screens.product(), screens.page("agent1", screens.firefox()), "agent1");
        var talk = Talk.begins(screens, agent, screens.consumer());
        talk.isInvitedTo("Video call");
        talk.consumer().presses("Accept with video");
        goesOnAndIsHungUp(talk);
    }

    @Test
    void anAgentInChromiumCallsAConsumerInFirefox(Screens screens) {
        var talk = Talk.begins(screens, screens.agent("agent1"), screens.consumer(screens.firefox()));
        talk.isInvitedTo("Video call");
        talk.consumer().presses("Accept with video");
        talk.consumer().presses("Continue"); // this browser's answer is not known before it asks
        goesOnAndIsHungUp(talk);
    }

    private static void goesOnAndIsHungUp(Talk talk) {
        talk.consumer().media().flows();
        talk.agent().media().flows();
        talk.consumer().presses("Mute microphone");
        assertThat(talk.agent().page().getByText("Muted").first()).isVisible();
        talk.consumer().presses("Turn camera off");
        assertThat(talk.agent().page().getByText("Camera is off").first()).isVisible();
        talk.consumer().presses("Turn camera on");
        talk.agent().media().picturesFlow();
        talk.agent().presses("Hang up");
        talk.isOver();
        assertEquals("HUNG_UP", talk.lastEnd("cause"));
    }
}
