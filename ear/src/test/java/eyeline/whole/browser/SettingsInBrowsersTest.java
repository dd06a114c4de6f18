package eyeline.whole.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eyeline.whole.wire.Body;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** S: every setting does what it says in the next call, set over REST while both are already there, and nobody restarts anything. */
@InBrowsers
class SettingsInBrowsersTest {
    /** Nobody answers there. */
    private static final String TURN = "turn:127.0.0.1:9?transport=tcp";

    @Test
    void theAgentsCameraIsOffAtStart(Screens screens) {
        var brand = new BrandPages(screens);
        var talk = brand.talk();
        brand.set("agentCameraOff", true);
        talk.isInvitedTo("Video call");
        talk.consumer().presses("Accept with video");
        talk.agent().media().flows();
        talk.consumer().media().soundFlows();
        talk.consumer().media().isHeard();
        assertEquals(0, talk.agent().media().count("cameras"));
        assertEquals(0, talk.consumer().media().received().frames());
        assertThat(talk.consumer().window().getByText("Camera is off").first()).isVisible();
        talk.agent().presses("Turn camera on");
        talk.consumer().media().picturesFlow();
    }

    @Test
    void theConsumersCameraIsOffAtStart(Screens screens) {
        var brand = new BrandPages(screens);
        var talk = brand.talk();
        brand.set("consumerCameraOff", true);
        talk.isInvitedTo("Video call");
        talk.consumer().presses("Accept with video");
        talk.consumer().media().flows();
        talk.agent().media().soundFlows();
        talk.agent().media().isHeard();
        assertEquals(0, talk.consumer().media().count("cameras"));
        assertEquals(0, talk.agent().media().received().frames());
        talk.consumer().presses("Turn camera on");
        talk.agent().media().picturesFlow();
        // and the call after the next change has it on again
        talk.agent().presses("Hang up");
        talk.isOver();
        brand.set("consumerCameraOff", false);
        talk.consumer().presses("Back to the conversation");
        talk.sees();
    }

    @Test
    void relayOnlyReachesBothBrowsersAndWithoutARelayNoAddressLeavesThem(Screens screens) {
        var brand = new BrandPages(screens);
        var talk = brand.talk();
        brand.set("relayOnly", true, "iceServers", List.of(
                Body.of("url", TURN, "credential", "FIXED", "username", "eyeline", "secret", "a fixed secret")));
        talk.isInvitedTo("Video call");
        talk.consumer().presses("Accept with video");
        for (var media : List.of(talk.agent().media(), talk.consumer().media())) {
            media.hasGathered();
            assertTrue(media.configuration().contains("\"iceTransportPolicy\":\"relay\""), media.configuration());
            assertEquals(0, media.count("candidates"));
        }
        assertFalse(screens.received().contains("a=candidate:"));
        assertFalse(screens.received().contains("candidate:"), "not one candidate was passed on");
        talk.isOver();
        assertEquals("UNABLE_TO_CONNECT", talk.lastEnd("error_id"));
    }

    @Test
    void theAccountsServersReachBothBrowsersAndNeverBeforeTheAccept(Screens screens) {
        var brand = new BrandPages(screens);
        var talk = brand.talk();
        brand.set("iceServers", List.of(
                Body.of("url", TURN, "credential", "FIXED", "username", "eyeline", "secret", "a fixed secret"),
                Body.of("url", "turn:127.0.0.1:10?transport=tcp", "credential", "SHARED_SECRET", "secret", "a shared secret"),
                Body.of("url", "stun:127.0.0.1:11", "credential", "NONE")));
        talk.isInvitedTo("Voice call");
        for (var early : List.of("turn:", "stun:", "a=candidate")) {
            assertFalse(screens.received().contains(early), "no server and no address before the accept: " + early);
        }
        assertFalse(screens.received().contains("credential"), "no credential before the accept");
        talk.consumer().presses("Accept");
        talk.agent().media().soundFlows();
        talk.consumer().media().soundFlows();
        var agents = talk.agent().media().configuration();
        var consumers = talk.consumer().media().configuration();
        for (var configuration : List.of(agents, consumers)) {
            for (var part : List.of(TURN, "turn:127.0.0.1:10?transport=tcp", "stun:127.0.0.1:11", "\"username\":\"eyeline\"", "a fixed secret")) {
                assertTrue(configuration.contains(part), part + " in " + configuration);
            }
            assertFalse(configuration.contains("a shared secret"));
            assertTrue(configuration.contains("\"iceTransportPolicy\":\"all\""));
        }
        assertFalse(madeFor(agents).equals(madeFor(consumers)), "each has a credential of its own");
    }

    /** The name in the credential that was made of the shared secret: when it ends, and for whom. */
    private static String madeFor(String configuration) {
        var name = Pattern.compile("\"username\":\"(\\d+:[^\"]+)\"").matcher(configuration);
        assertTrue(name.find(), configuration);
        return name.group(1);
    }

    @Test
    void aModeThatIsSwitchedOffHasNoButtonAndComesBack(Screens screens) {
        var brand = new BrandPages(screens);
        var talk = brand.talk();
        var voice = talk.agent().invitation("Voice call");
        var video = talk.agent().invitation("Video call");
        assertThat(voice).isEnabled();
        brand.set("voice", false);
        assertThat(voice).isHidden();
        assertThat(video).isEnabled();
        brand.set("voice", true, "video", false);
        assertThat(video).isHidden();
        assertThat(voice).isEnabled();
        brand.set("video", true);
        talk.sees();
    }

    @Test
    void videoSwitchedOffWhileItRingsTakesTheInvitationBack(Screens screens) {
        var brand = new BrandPages(screens);
        var talk = brand.talk();
        talk.isInvitedTo("Video call");
        brand.set("video", false);
        assertThat(talk.consumer().button("Decline")).isHidden();
        assertThat(talk.agent().button("Cancel invitation")).isHidden();
        talk.consumer().reads("Calls were switched off");
        talk.agent().reads("Calls were switched off");
        assertEquals("PERMISSION_REVOKED", talk.lastEnd("cause"));
        talk.consumer().media().nothingWasOpened();
    }

    @Test
    void anInvitationExpiresWhenTheAccountSays(Screens screens) {
        var brand = new BrandPages(screens);
        var talk = brand.talk();
        brand.set("invitationSeconds", 5);
        talk.isInvitedTo("Video call");
        assertThat(talk.consumer().button("Decline")).isHidden();
        assertThat(talk.agent().button("Cancel invitation")).isHidden();
        talk.consumer().reads("You missed a video call");
        assertEquals("EXPIRED", talk.lastEnd("cause"));
    }

    @Test
    void noBrowserSendsMoreThanTheAccountAllows(Screens screens) {
        var brand = new BrandPages(screens);
        var talk = brand.talk();
        brand.set("bitrateKbps", 500, "voiceBitrateKbps", 40);
        talk.sees();
        assertEquals("audio 40000, video 460000", talk.agent().media().caps());
        assertEquals("audio 40000, video 460000", talk.consumer().media().caps());
        talk.agent().presses("Hang up");
        talk.isOver();
        brand.set("bitrateKbps", 800, "voiceBitrateKbps", 64);
        talk.consumer().presses("Back to the conversation");
        talk.sees();
        assertEquals("audio 64000, video 736000", talk.agent().media().caps());
    }

    @Test
    void aPageOfAnotherWebsiteGetsNoWindowButAWord(Screens screens) {
        var foreign = "https://www.foreign.example";
        var brand = new BrandPages(screens);
        var page = brand.page(screens.context(Devices.ONE_CAMERA, Screens.ALLOWED), foreign);
        page.navigate(foreign + "/");
        page.waitForCondition(() -> screens.console().contains(foreign + " is not one of the allowed origins of account " + brand.brand().account()));
        assertTrue(page.frames().stream().noneMatch(frame -> frame.url().startsWith(screens.product().origin())), "no window");
        brand.set("origins", List.of(BrandPages.ORIGIN, foreign));
        ShopPage.opens(screens.product(), page, foreign + "/").writes("Now I may.");
    }
}
