package eyeline.whole.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** The real call: an agent in the workspace, a consumer on the shop's page, cameras and microphones that really run. */
@InBrowsers
class CallInBrowsersTest {

    @Test
    void theyWriteCallSeeAndHearEachOtherAndTheConsumerHangsUp(Screens screens) {
        var talk = Talk.begins(screens);
        talk.isInvitedTo("Video call");
        // C4: whatever rings, nothing has been opened and no address has left either browser
        talk.consumer().media().nothingWasOpened();
        talk.agent().media().nothingWasOpened();
        talk.consumer().presses("Accept with video");
        talk.consumer().media().flows();
        talk.agent().media().flows();
        talk.consumer().presses("Hang up");
        talk.isOver();
        talk.agent().writes("Thank you for the call.");
        talk.consumer().presses("Back to the conversation");
        talk.consumer().reads("Thank you for the call.");
        assertEquals("HUNG_UP", talk.lastEnd("cause"));
        assertEquals("CONSUMER", talk.lastEnd("end_reason"));
        assertEquals(2, talk.lastEnd("participants"));
    }

    @Test
    void mutedIsSilentCameraOffIsNoPictureAndBothAreSaid(Screens screens) {
        var talk = Talk.begins(screens);
        talk.sees();
        talk.consumer().presses("Mute microphone");
        assertThat(talk.agent().page().getByText("Muted").first()).isVisible();
        talk.agent().media().soundStops();
        talk.consumer().presses("Unmute microphone");
        talk.agent().media().soundFlows();
        talk.consumer().presses("Turn camera off");
        talk.agent().media().picturesStop();
        assertThat(talk.agent().page().getByText("Camera is off").first()).isVisible();
        talk.consumer().presses("Turn camera on");
        talk.agent().media().picturesFlow();
        talk.agent().presses("Turn camera off");
        talk.consumer().media().picturesStop();
        talk.agent().presses("Hang up");
        talk.isOver();
        assertEquals("AGENT", talk.lastEnd("end_reason"));
    }
}
