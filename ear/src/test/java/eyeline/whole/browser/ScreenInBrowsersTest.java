package eyeline.whole.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** Screens that are shared (I5), and where the pictures are. */
@InBrowsers
class ScreenInBrowsersTest {
    /** What the person shares is kept, so that a test can do what the browser's own bar does. Nobody can pick in a headless browser. */
    private static final String PICKED = """
            (() => {
              const devices = navigator.mediaDevices;
              if (!devices) return;
              devices.getDisplayMedia = async () => {
                const canvas = Object.assign(document.createElement('canvas'), {width: 1280, height: 720});
                const pen = canvas.getContext('2d');
                setInterval(() => {
                  pen.fillStyle = '#ffffff'; pen.fillRect(0, 0, 1280, 720);
                  pen.fillStyle = '#10406b'; pen.font = '64px sans-serif'; pen.fillText('Fenwick ' + Date.now(), 80, 200);
                }, 50);
                const stream = canvas.captureStream(20);
                window.__screen = stream.getVideoTracks()[0];
                return stream;
              };
            })()""";

    @Test
    void theConsumerSharesTheScreenAndStopsIt(Screens screens) {
        var talk = Talk.begins(screens, screens.agent("agent1"), screens.consumer(screens.context(Devices.ONE_CAMERA, Screens.ALLOWED, PICKED)));
        talk.sees();
        var descriptions = talk.consumer().media().count("localDescriptions");
        talk.consumer().presses("Share your screen");
        showsTheScreen(talk.agent().media().frame());
        assertThat(sharing(talk.agent())).isVisible();
        assertThat(talk.agent().page().locator("video.remote")).hasAttribute("data-screen", "");
        assertThat(talk.agent().page().locator("video.remote")).hasCSS("object-fit", "contain");
        assertThat(talk.agent().page().locator("video.remote")).hasCSS("transform", "none");
        assertThat(talk.consumer().window().getByLabel("Your screen", new Frame.GetByLabelOptions().setExact(true))).hasCSS("transform", "none");
        talk.consumer().presses("Stop sharing your screen");
        showsTheCamera(talk.agent().media().frame());
        assertThat(sharing(talk.agent())).isHidden();
        assertEquals("ended", talk.consumer().window().evaluate("() => window.__screen.readyState"));
        assertEquals(descriptions, talk.consumer().media().count("localDescriptions"));
    }

    @Test
    void theAgentSharesWithTheCameraOffAndTheBrowsersOwnBarStopsIt(Screens screens) {
        var agent = AgentPage.logsIn(screens.product(),
                screens.page("agent1", screens.context(Devices.ONE_CAMERA, Screens.ALLOWED, PICKED)), "agent1");
        var talk = Talk.begins(screens, agent, screens.consumer());
        talk.sees();
        agent.presses("Turn camera off");
        assertThat(talk.consumer().window().getByText("Camera is off").first()).isVisible();
        agent.presses("Share your screen");
        showsTheScreen(talk.consumer().media().frame());
        agent.page().evaluate("() => { window.__screen.stop(); window.__screen.dispatchEvent(new Event('ended')); }");
        assertThat(talk.consumer().window().getByText("Camera is off").first()).isVisible();
        assertThat(agent.button("Share your screen")).isVisible();
        agent.presses("Turn camera on");
        showsTheCamera(talk.consumer().media().frame());
    }

    @Test
    void aVoiceCallHasNoScreenToShare(Screens screens) {
        var talk = Talk.begins(screens);
        talk.isInvitedTo("Voice call");
        talk.consumer().presses("Accept");
        talk.agent().media().soundFlows();
        assertThat(talk.agent().button("Share your screen")).isHidden();
        assertThat(talk.consumer().button("Share your screen")).isHidden();
    }

    @Test
    void theOwnPictureMovesByPointerAndByKeys(Screens screens) {
        var talk = Talk.begins(screens);
        talk.sees();
        var tile = talk.consumer().window().locator("eye-own-picture");
        var handle = talk.consumer().button("Move your own picture");
        handle.press("ArrowUp");
        assertThat(tile).hasAttribute("corner", "top-right");
        handle.press("ArrowLeft");
        assertThat(tile).hasAttribute("corner", "top-left");
        handle.click();
        assertThat(tile).hasAttribute("corner", "top-right");
        dragsToTheLowerLeft(talk.consumer(), tile);
        assertThat(tile).hasAttribute("corner", "bottom-left");
        Wcag.assertClean("the call with a tile elsewhere", talk.consumer().page());
    }

    private static void dragsToTheLowerLeft(ShopPage side, Locator tile) {
        var box = tile.boundingBox();
        var stage = side.window().locator("eye-call-stage").boundingBox();
        var mouse = side.page().mouse();
        mouse.move(box.x + box.width / 2, box.y + box.height / 2);
        mouse.down();
        mouse.move(stage.x + stage.width / 2, stage.y + stage.height / 2);
        mouse.move(stage.x + 40, stage.y + stage.height - 140);
        mouse.up();
    }

    @Test
    void thePictureFillsTheScreenAndGoesIntoASmallWindow(Screens screens) {
        var agent = AgentPage.logsIn(screens.product(),
                screens.page("agent1", screens.context(Devices.ONE_CAMERA, Screens.ALLOWED, smallWindows(true))), "agent1");
        var talk = Talk.begins(screens, agent, screens.consumer(screens.context(Devices.ONE_CAMERA, Screens.ALLOWED, smallWindows(false))));
        talk.sees();
        talk.consumer().presses("Full size");
        assertThat(talk.consumer().button("Leave full size")).isVisible();
        assertEquals("EYE-CALL-STAGE", talk.consumer().window().evaluate(
                "() => { let at = document.fullscreenElement; while (at.shadowRoot?.fullscreenElement) at = at.shadowRoot.fullscreenElement; return at.tagName; }"));
        talk.consumer().presses("Leave full size");
        assertThat(talk.consumer().button("Full size")).isVisible();
        talk.agent().presses("Picture in a small window");
        assertEquals("remote", talk.agent().page().evaluate("() => window.__small"));
        assertThat(talk.consumer().button("Picture in a small window")).isHidden();
    }

    /** A browser that has small windows or has none; a headless one cannot show any. */
    private static String smallWindows(boolean there) {
        return """
                Object.defineProperty(document, 'pictureInPictureEnabled', {value: %s});
                HTMLVideoElement.prototype.requestPictureInPicture = async function () { window.__small = this.className; };
                """.formatted(there);
    }

    private static Locator sharing(AgentPage agent) {
        return agent.page().getByText("Shares the screen", new Page.GetByTextOptions().setExact(true));
    }

    /** The screen is white in its middle, Chromium's fake camera green. */
    private static void showsTheScreen(Frame frame) {
        shows(frame, "red > 200 && blue > 200");
    }

    private static void showsTheCamera(Frame frame) {
        shows(frame, "green > 90 && blue < 90");
    }

    /** Waits until the middle of the other side's picture is so. */
    private static void shows(Frame frame, String colour) {
        frame.waitForFunction("""
                () => {
                  const inside = root => [...root.querySelectorAll('*')].flatMap(each => [each, ...(each.shadowRoot ? inside(each.shadowRoot) : [])]);
                  const video = inside(document).find(each => each.matches('video.remote'));
                  if (!video?.videoWidth) return false;
                  const pen = Object.assign(document.createElement('canvas'), {width: 16, height: 9}).getContext('2d');
                  pen.drawImage(video, 0, 0, 16, 9);
                  const [red, green, blue] = pen.getImageData(8, 6, 1, 1).data;
                  return %s;
                }""".formatted(colour));
    }
}
