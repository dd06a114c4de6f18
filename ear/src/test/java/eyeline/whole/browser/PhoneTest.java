package eyeline.whole.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A phone with a front and a back camera (I2), and phone widths (V5). */
@InBrowsers
class PhoneTest {
    private static final Consumer<Browser.NewContextOptions> PHONE = options -> options.setViewportSize(393, 659)
            .setDeviceScaleFactor(3).setIsMobile(true).setHasTouch(true).setPermissions(List.of("camera", "microphone"))
            .setUserAgent("Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Mobile Safari/537.36");

    /** Chromium's second fake camera measures depth, which no call can send: a phone with the first and the third. */
    private static final String TWO_SIDES = """
            if (navigator.mediaDevices) {
              const devices = navigator.mediaDevices;
              const list = devices.enumerateDevices.bind(devices);
              devices.enumerateDevices = async () => {
                const all = await list();
                const depth = all.filter(device => device.kind === 'videoinput')[1];
                return all.filter(device => device !== depth);
              };
            }""";

    @Test
    void theCameraIsSwitchedWithoutRenegotiation(Screens screens) {
        var consumer = screens.consumer(screens.context(Devices.PHONE, PHONE, TWO_SIDES));
        var talk = Talk.begins(screens, screens.agent("agent1"), consumer);
        talk.sees();
        assertThat(consumer.button("Switch camera")).isVisible();
        var descriptions = consumer.media().count("localDescriptions");
        var first = camera(consumer);
        consumer.presses("Switch camera");
        consumer.window().waitForFunction("before => window.__peers.at(-1).getSenders().find(s => s.track?.kind === 'video')"
                + "?.track.getSettings().deviceId !== before", first);
        talk.agent().media().picturesFlow();
        assertEquals(descriptions, consumer.media().count("localDescriptions"));
        assertTrue(!first.equals(camera(consumer)));
    }

    private static Object camera(ShopPage consumer) {
        return consumer.window().evaluate(
                "() => window.__peers.at(-1).getSenders().find(s => s.track?.kind === 'video').track.getSettings().deviceId");
    }

    @Test
    void anAgentOnAPhoneTakesAConversationAndCalls(Screens screens) {
        var talk = Talk.begins(screens, screens.agent("agent1", Devices.ONE_CAMERA, PHONE), screens.consumer());
        talk.isInvitedTo("Voice call");
        talk.consumer().presses("Accept");
        talk.agent().media().soundFlows();
        talk.consumer().media().soundFlows();
        talk.agent().presses("Hang up");
        talk.isOver();
        assertThat(talk.agent().page().locator("body")).isVisible();
    }
}
