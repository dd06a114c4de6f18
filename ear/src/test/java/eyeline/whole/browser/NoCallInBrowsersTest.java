package eyeline.whole.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import eyeline.whole.wire.Scene;
import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Calls that come to nothing, each said to both sides in words. */
@InBrowsers
@Tag("long")
class NoCallInBrowsersTest {
    /** A browser that cannot call: what the pages ask for is not there. */
    private static final String WITHOUT_WEBRTC = """
            delete window.RTCPeerConnection;
            delete window.webkitRTCPeerConnection;
            Object.defineProperty(Navigator.prototype, 'mediaDevices', {get: () => undefined});""";

    @Test
    void theConsumerDeclinesAndNoDeviceWasOpened(Screens screens) {
        var talk = Talk.begins(screens);
        talk.isInvitedTo("Video call");
        talk.consumer().presses("Decline");
        assertThat(talk.agent().button("Cancel invitation")).isHidden();
        talk.consumer().media().nothingWasOpened();
        talk.agent().media().nothingWasOpened();
        assertEquals("DECLINED", talk.lastEnd("cause"));
    }

    @Test
    void theAgentCancelsAndTheWindowStopsRinging(Screens screens) {
        var talk = Talk.begins(screens);
        talk.isInvitedTo("Voice call");
        talk.agent().presses("Cancel invitation");
        assertThat(talk.consumer().button("Decline")).isHidden();
        talk.consumer().media().nothingWasOpened();
        assertEquals("CANCELLED", talk.lastEnd("cause"));
    }

    @Test
    void anInvitationThatNobodyAnswersExpiresForBoth(Screens screens) throws SQLException {
        var talk = Talk.begins(screens);
        var owner = screens.product().owner();
        owner.update("update account set invitation_seconds = 5 where account_id = ?", Scene.ACCOUNT);
        try {
            talk.isInvitedTo("Video call");
            assertThat(talk.consumer().button("Decline")).isHidden();
            assertThat(talk.agent().button("Cancel invitation")).isHidden();
            assertEquals("EXPIRED", talk.lastEnd("cause"));
        } finally {
            owner.update("update account set invitation_seconds = 120 where account_id = ?", Scene.ACCOUNT);
        }
    }

    @Test
    void aConsumerWhoBlocksCameraAndMicrophoneIsToldHowToAllowThemAndTheAgentWhy(Screens screens) {
        var talk = Talk.begins(screens, screens.agent("agent1"),
                screens.consumer(screens.context(Devices.ONE_CAMERA, Screens.DENIED)));
        talk.isInvitedTo("Video call");
        talk.consumer().presses("Accept with video");
        assertThat(talk.consumer().window().getByText("Your browser will now ask for your camera and microphone")).isVisible();
        talk.consumer().media().nothingWasOpened();
        talk.consumer().presses("Continue");
        assertThat(talk.consumer().window().getByText("is blocked").first()).isVisible();
        assertThat(talk.agent().page().getByText("cannot be used").first()).isVisible();
        assertEquals("DEVICE_DENIED", talk.lastEnd("cause"));
    }

    @Test
    void aBrowserWithoutWebRtcSaysSoToBoth(Screens screens) {
        var talk = Talk.begins(screens, screens.agent("agent1"),
                screens.consumer(screens.context(Devices.ONE_CAMERA, Screens.ALLOWED, WITHOUT_WEBRTC)));
        talk.isInvitedTo("Video call");
        talk.consumer().presses("Accept with video");
        assertThat(talk.consumer().window().getByText("This browser cannot make calls").first()).isVisible();
        assertThat(talk.agent().page().getByText("browser cannot make calls").first()).isVisible();
        assertEquals("UNSUPPORTED_BROWSER", talk.lastEnd("cause"));
    }

    @Test
    void anAgentWithoutThePermissionHasNoVideoButtonAndIsToldWhy(Screens screens) {
        var talk = Talk.begins(screens, screens.agent("agent2"), screens.consumer());
        assertThat(talk.agent().button("Video call")).isHidden();
        assertThat(talk.agent().page().getByText("Your profile does not allow video calls").first()).isAttached();
        assertThat(talk.agent().button("Voice call")).isEnabled();
    }

    @Test
    void theOtherTabStopsRingingAndSaysWhereTheCallIs(Screens screens) {
        var context = screens.context(Devices.ONE_CAMERA, Screens.ALLOWED);
        var talk = Talk.begins(screens, screens.agent("agent1"), screens.consumer(context));
        var second = screens.consumer(context);
        talk.isInvitedTo("Video call");
        second.isInvited();
        talk.consumer().presses("Accept with video");
        assertThat(second.button("Decline")).isHidden();
        assertThat(second.window().getByText("is in another tab").first()).isVisible();
        talk.agent().media().flows();
        second.media().nothingWasOpened();
    }

    @Test
    void theWorkspaceRefusesAWrongPasswordInWords(Screens screens) {
        var page = screens.page("stranger", screens.context(Devices.ONE_CAMERA, Screens.DENIED));
        page.navigate(screens.product().origin() + "/agent/");
        page.getByLabel("Account").fill(Scene.ACCOUNT);
        page.getByLabel("User name").fill("agent1");
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill("wrong");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Log in")).click();
        assertThat(page.getByRole(AriaRole.ALERT)).isVisible();
        assertTrue(page.getByLabel("User name").isVisible());
    }
}
