package eyeline.whole.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Cameras and microphones that are refused or not there (I4, I6). */
@InBrowsers
class DevicesInBrowsersTest {
    private static final Consumer<Browser.NewContextOptions> MICROPHONE_ALONE =
            options -> options.setPermissions(List.of("microphone"));
    /** A camera that opens when the test says so. */
    private static final String SLOW_CAMERA = """
            (() => {
              const devices = navigator.mediaDevices;
              if (!devices) return;
              const open = devices.getUserMedia.bind(devices);
              const opens = new Promise(resolve => { window.__cameraOpens = resolve; });
              devices.getUserMedia = async wanted => {
                if (wanted.video) await opens;
                return open(wanted);
              };
            })()""";

    /** Where nobody is asked, a camera that takes its time keeps no voice waiting, and who is heard can mute. */
    @Test
    void whoIsHeardWhileTheCameraStillOpensCanMute(Screens screens) {
        var agent = AgentPage.logsIn(screens.product(), screens.page("agent1", screens.context(Devices.ONE_CAMERA, Screens.ALLOWED, SLOW_CAMERA)), "agent1");
        var talk = Talk.begins(screens, agent, screens.consumer());
        talk.isInvitedTo("Video call");
        talk.consumer().presses("Accept with video");
        talk.consumer().media().soundFlows();
        assertThat(agent.button("The camera is being opened")).hasAttribute("aria-disabled", "true");
        agent.presses("Mute microphone");
        talk.consumer().media().soundStops();
        agent.page().evaluate("() => window.__cameraOpens()");
        talk.consumer().media().picturesFlow();
        assertThat(agent.button("Turn camera off")).isVisible();
        assertThat(agent.button("Unmute microphone")).isVisible();
    }

    @Test
    void aConsumerWhoBlocksTheCameraAloneGoesOnWithTheVoice(Screens screens) {
        var talk = accepts(screens, screens.context(Devices.ONE_CAMERA, MICROPHONE_ALONE));
        talk.consumer().presses("Continue");
        goesOnAsVoice(talk, "Your camera is blocked");
    }

    @Test
    void aConsumerWithoutACameraGoesOnWithTheVoice(Screens screens) {
        goesOnAsVoice(accepts(screens, screens.context(Devices.NO_CAMERA, Screens.ALLOWED)), "No camera was found");
    }

    @Test
    void anAgentWithoutACameraGoesOnWithTheVoice(Screens screens) {
        var talk = Talk.begins(screens, screens.agent("agent1", Devices.NO_CAMERA, Screens.ALLOWED), screens.consumer());
        talk.isInvitedTo("Video call");
        talk.consumer().presses("Accept with video");
        assertThat(talk.agent().page().getByText("No camera was found. You are heard, not seen.")).isVisible();
        assertThat(talk.consumer().window().getByText("Camera is off").first()).isVisible();
        talk.agent().media().flows();
        talk.consumer().media().soundFlows();
    }

    private static Talk accepts(Screens screens, BrowserContext context) {
        var talk = Talk.begins(screens, screens.agent("agent1"), screens.consumer(context));
        talk.isInvitedTo("Video call");
        talk.consumer().presses("Accept with video");
        return talk;
    }

    private static void goesOnAsVoice(Talk talk, String why) {
        assertThat(talk.consumer().window().getByText(why + ". You are heard, not seen.")).isVisible();
        assertThat(talk.consumer().window().getByText("Error NO_CAMERA_ACCESS")).isVisible();
        assertThat(talk.agent().page().getByText("Camera is off").first()).isVisible();
        talk.consumer().media().flows();
        talk.agent().media().soundFlows();
    }
}
