package eyeline.whole.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** Microphones, cameras and speakers that are chosen, unplugged and plugged in during a call (I4). */
@InBrowsers
class DeviceChoiceInBrowsersTest {
    /** Chromium's second fake camera measures depth, which no call can send. What is unplugged is not listed and cannot be opened. */
    private static final String PLUGS = """
            (() => {
              const devices = navigator.mediaDevices;
              if (!devices) return;
              const list = devices.enumerateDevices.bind(devices);
              const open = devices.getUserMedia.bind(devices);
              let gone = /^fake_device_1$/;
              devices.enumerateDevices = async () => (await list()).filter(device => !gone.test(device.label));
              devices.getUserMedia = async wanted => {
                const left = await devices.enumerateDevices();
                if (wanted.audio && !left.some(device => device.kind === 'audioinput')) throw new DOMException('none', 'NotFoundError');
                if (wanted.video && !left.some(device => device.kind === 'videoinput')) throw new DOMException('none', 'NotFoundError');
                return open(wanted);
              };
              window.__unplug = names => {
                gone = new RegExp(`^fake_device_1$|${names}`);
                devices.dispatchEvent(new Event('devicechange'));
              };
            })()""";

    @Test
    void devicesArePickedWithoutRenegotiationAndRememberedForTheNextCall(Screens screens) {
        var talk = sees(screens);
        var consumer = talk.consumer();
        var descriptions = consumer.media().count("localDescriptions");
        consumer.presses("Devices");
        Wcag.assertClean("the list of devices", consumer.page());
        picks(consumer, "Fake Audio Input 2");
        sends(consumer, "audio", "Fake Audio Input 2");
        talk.agent().media().soundFlows();
        consumer.presses("Devices");
        picks(consumer, "fake_device_2");
        sends(consumer, "video", "fake_device_2");
        talk.agent().media().picturesFlow();
        consumer.presses("Devices");
        picks(consumer, "Fake Audio Output 1");
        consumer.window().waitForFunction("() => document.querySelector('eye-window').shadowRoot.querySelector('eye-call-stage')"
                + ".shadowRoot.querySelector('.voice').sinkId.length > 10");
        assertEquals(descriptions, consumer.media().count("localDescriptions"));

        consumer.presses("Hang up");
        talk.isOver();
        consumer.presses("Back to the conversation");
        talk.sees();
        sends(consumer, "audio", "Fake Audio Input 2");
        sends(consumer, "video", "fake_device_2");
    }

    @Test
    void theListIsUsedWithTheKeysAlone(Screens screens) {
        var consumer = sees(screens).consumer();
        consumer.button("Devices").focus();
        consumer.button("Devices").press("ArrowDown");
        assertThat(item(consumer, "Fake Default Audio Input")).isFocused();
        consumer.page().keyboard().press("ArrowDown");
        consumer.page().keyboard().press("Enter");
        sends(consumer, "audio", "Fake Audio Input 1");
        assertThat(consumer.button("Devices")).isFocused();
    }

    @Test
    void aDeviceThatIsUnpluggedFallsBackToAnotherAndSaysSo(Screens screens) {
        var talk = sees(screens);
        var consumer = talk.consumer();
        consumer.presses("Devices");
        picks(consumer, "Fake Audio Input 2");
        sends(consumer, "audio", "Fake Audio Input 2");
        unplugs(consumer, "Audio Input 2");
        consumer.reads("Your microphone was gone. Another one has taken over.");
        sends(consumer, "audio", "Fake Default Audio Input");
        talk.agent().media().soundFlows();
        consumer.presses("Devices");
        picks(consumer, "fake_device_2");
        sends(consumer, "video", "fake_device_2");
        unplugs(consumer, "fake_device_2");
        consumer.reads("Your camera was gone. Another one has taken over.");
        sends(consumer, "video", "fake_device_0");
        talk.agent().media().picturesFlow();
    }

    @Test
    void withoutAnyMicrophoneTheCallGoesOnSilentUntilOneIsPluggedIn(Screens screens) {
        var talk = sees(screens);
        var consumer = talk.consumer();
        unplugs(consumer, "Audio Input");
        consumer.reads("No microphone was found. You are not heard.");
        consumer.reads("Error NO_MICROPHONE_ACCESS");
        assertThat(talk.agent().page().getByText("Muted").first()).isVisible();
        consumer.media().flows();
        unplugs(consumer, "nothing");
        consumer.reads("Another one has taken over.");
        talk.agent().media().soundFlows();
        assertThat(talk.agent().page().getByText("Muted")).isHidden();
    }

    private static Talk sees(Screens screens) {
        var talk = Talk.begins(screens, screens.agent("agent1"), screens.consumer(screens.context(Devices.PHONE, Screens.ALLOWED, PLUGS)));
        talk.sees();
        return talk;
    }

    private static void unplugs(ShopPage side, String names) {
        side.window().evaluate("names => window.__unplug(names)", names);
    }

    private static Locator item(ShopPage side, String device) {
        return side.window().getByRole(AriaRole.MENUITEMRADIO, new Frame.GetByRoleOptions().setName(device));
    }

    private static void picks(ShopPage side, String device) {
        item(side, device).click();
    }

    /** Waits until this device is what the other side gets. */
    private static void sends(ShopPage side, String kind, String label) {
        side.window().waitForFunction("([kind, label]) => window.__peers.at(-1).getSenders().some(s => s.track?.kind === kind && s.track.label === label)",
                java.util.List.of(kind, label));
    }
}
