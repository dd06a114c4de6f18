package eyeline.whole.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** C9: a voice call becomes a video call and one of voice again, and nobody's camera opens before its own person says so. */
@InBrowsers
class ModeInBrowsersTest {

    private static Talk inAVoiceCall(Talk talk) {
        talk.isInvitedTo("Voice call");
        talk.consumer().presses("Accept");
        talk.consumer().media().soundFlows();
        talk.agent().media().soundFlows();
        assertEquals(0, talk.agent().media().count("cameras"));
        assertEquals(0, talk.consumer().media().count("cameras"));
        return talk;
    }

    @Test
    void bothTurnTheirCamerasOnAndGoBackToVoice(Screens screens) {
        var talk = inAVoiceCall(Talk.begins(screens));
        talk.agent().presses("Turn camera on");
        talk.consumer().media().picturesFlow();
        assertThat(talk.consumer().button("Turn my camera on")).isVisible();
        assertEquals(0, talk.consumer().media().count("cameras"), "asked, not opened");
        assertEquals(0, talk.agent().media().received().frames());
        Wcag.assertClean("the question", talk.consumer().page());
        talk.consumer().button("Turn my camera on").press("Enter");
        talk.agent().media().picturesFlow();
        talk.agent().reads("Video call in progress");
        assertThat(talk.consumer().button("Turn my camera on")).isHidden();
        assertThat(talk.agent().button("Turn my camera on")).isHidden();
        assertEquals(1, talk.agent().media().count("offers"), "a picture needs no other offer");
        talk.consumer().presses("Devices and call");
        talk.consumer().window().getByRole(AriaRole.MENUITEM, new Frame.GetByRoleOptions().setName("Voice only")).click();
        talk.agent().media().picturesStop();
        talk.consumer().media().picturesStop();
        assertThat(talk.agent().page().locator("video.remote[data-shown]")).hasCount(0);
        talk.agent().media().soundFlows();
        talk.consumer().media().soundFlows();
        talk.agent().reads("This is a voice call now");
        talk.agent().presses("Hang up");
        talk.isOver();
    }

    @Test
    void whoSaysNotNowStaysUnseenAndTheCallGoesOnAfterAReload(Screens screens) {
        var talk = inAVoiceCall(Talk.begins(screens));
        talk.consumer().presses("Turn camera on");
        talk.agent().media().picturesFlow();
        talk.agent().presses("Not now");
        assertThat(talk.agent().button("Not now")).isHidden();
        assertEquals(0, talk.agent().media().count("cameras"));
        talk.agent().page().reload();
        talk.agent().media().picturesFlow();
        assertEquals(0, talk.agent().media().count("cameras"));
        talk.agent().presses("Turn camera on");
        talk.consumer().media().picturesFlow();
    }

    @Test
    void whoAcceptedWithVoiceOnlyTurnsTheCameraOnLater(Screens screens) {
        var talk = Talk.begins(screens);
        talk.isInvitedTo("Video call");
        talk.consumer().presses("Accept with voice");
        talk.consumer().media().picturesFlow();
        assertEquals(0, talk.consumer().media().count("cameras"));
        talk.consumer().presses("Turn camera on");
        talk.agent().media().picturesFlow();
    }

    @Test
    void whereVideoIsOffTheButtonSaysSo(Screens screens) {
        var brand = new BrandPages(screens);
        brand.set("video", false);
        var talk = inAVoiceCall(brand.talk());
        var button = talk.agent().button("Turn camera on");
        assertThat(button).hasAttribute("aria-disabled", "true");
        assertThat(button).hasAttribute("title", "Turn camera on: video is not available in this call");
        talk.consumer().button("Turn camera on").press("Enter");
        assertEquals(0, talk.consumer().media().count("cameras"));
    }

    @Test
    void videoThatWasSwitchedOffDuringTheCallIsRefusedInWords(Screens screens) {
        var brand = new BrandPages(screens);
        var talk = inAVoiceCall(brand.talk());
        brand.set("video", false);
        talk.consumer().presses("Turn camera on");
        talk.consumer().reads("Video is not available in this call");
        assertEquals(0, talk.consumer().media().count("cameras"));
        talk.agent().media().soundFlows();
    }
}
