package eyeline.whole.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a system takes from a call comes back: sound and picture that it paused, the screen that it would darken, a clock that it sets. */
@InBrowsers
class PausedInBrowsersTest {
    /** Counts the locks that are held, since a browser of tests grants none. */
    private static final String LOCKS = """
            if (window.WakeLock) {
              window.__locks = 0;
              WakeLock.prototype.request = async () => {
                window.__locks++;
                return Object.assign(new EventTarget(), {release: async () => { window.__locks--; }});
              };
            }""";
    private static final String STAGE = "document.querySelector('eye-window').shadowRoot.querySelector('eye-call-stage').shadowRoot";

    @Test
    void aCallGoesOnAfterWhatTheSystemDid(Screens screens) {
        var consumer = screens.consumer(screens.context(Devices.ONE_CAMERA, Screens.ALLOWED, LOCKS));
        var talk = Talk.begins(screens, screens.agent("agent1"), consumer);
        talk.sees();
        var window = consumer.window();
        assertThat(window.getByLabel("Picture of").first()).isVisible();

        assertEquals(true, window.evaluate("() => document.featurePolicy.allowsFeature('screen-wake-lock')"));
        window.waitForFunction("() => window.__locks === 1");

        for (var element : List.of(STAGE + ".querySelector('.voice')", STAGE + ".querySelector('.remote')",
                STAGE + ".querySelector('eye-own-picture').shadowRoot.querySelector('video')")) {
            window.evaluate("() => " + element + ".pause()");
            window.waitForFunction("() => !" + element + ".paused");
        }
        consumer.media().isHeard();

        refusesUntilAPress(window);
        window.evaluate("() => " + STAGE + ".querySelector('.voice').pause()");
        assertThat(consumer.button("Turn the sound on")).isVisible();
        consumer.presses("Turn the sound on");
        assertThat(consumer.button("Turn the sound on")).isHidden();
        consumer.media().isHeard();

        var before = seconds(window);
        window.evaluate("() => { const now = Date.now; Date.now = () => now() + 7_200_000; }");
        window.waitForFunction("before => " + STAGE + ".querySelector('[role=timer]').textContent.trim() !== before", before.get("text"));
        var after = seconds(window);
        assertEquals(0, ((Number) after.get("minutes")).intValue() / 10, "the timer says " + after.get("text"));

        consumer.presses("Hang up");
        talk.isOver();
        window.waitForFunction("() => window.__locks === 0");
    }

    @Test
    void aPageThatNobodyLooksAtHasTheRingInItsTitleAndGetsItsOwnBack(Screens screens) {
        var talk = Talk.begins(screens);
        var shop = talk.consumer().page();
        var own = shop.title();
        looks(shop, false);
        talk.isInvitedTo("Video call");
        assertThat(shop).hasTitle("☎ video call · " + own);
        looks(shop, true);
        assertThat(shop).hasTitle(own);
        looks(shop, false);
        assertThat(shop).hasTitle("☎ video call · " + own);
        shop.evaluate("() => { document.title = 'Two new offers'; }");
        assertThat(shop).hasTitle("☎ video call · Two new offers");
        talk.agent().presses("Cancel invitation");
        assertThat(shop).hasTitle("Two new offers");
    }

    private static void looks(Page page, boolean looks) {
        page.evaluate("""
                looks => {
                  Object.defineProperty(document, 'hidden', {value: !looks, configurable: true});
                  document.dispatchEvent(new Event('visibilitychange'));
                }""", looks);
    }

    private static void refusesUntilAPress(Frame window) {
        window.evaluate("""
                () => {
                  const play = HTMLMediaElement.prototype.play;
                  HTMLMediaElement.prototype.play = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
                  addEventListener('pointerdown', () => { HTMLMediaElement.prototype.play = play; }, {capture: true, once: true});
                }""");
    }

    /** What the timer of the call says. */
    @SuppressWarnings("unchecked")
    private static Map<String, Object> seconds(Frame window) {
        return (Map<String, Object>) window.evaluate("() => { const text = " + STAGE + ".querySelector('[role=timer]').textContent.trim();"
                + " const parts = text.split(':').map(Number); return {text, minutes: parts.length > 2 ? 60 * parts[0] + parts[1] : parts[0]}; }");
    }
}
