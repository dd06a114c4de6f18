package eyeline.whole.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What devices really do is told to both (I6): muted by the system, forbidden by the page, asked for and not answered. */
@InBrowsers
class DevicesToldInBrowsersTest {
    /** No page and no driver can make a system mute: the real tracks get another {@code muted} and the browser's own events. */
    private static final String MUTES = """
            (() => {
              const tracks = [];
              const devices = navigator.mediaDevices;
              if (!devices) return;
              const open = devices.getUserMedia.bind(devices);
              devices.getUserMedia = async wanted => {
                const stream = await open(wanted);
                tracks.push(...stream.getTracks());
                return stream;
              };
              window.__system = (kind, muted) => tracks.filter(track => track.kind === kind && track.readyState === 'live').forEach(track => {
                Object.defineProperty(track, 'muted', {value: muted, configurable: true});
                track.dispatchEvent(new Event(muted ? 'mute' : 'unmute'));
              });
            })()""";
    /** A browser that asks its person, and whose question nobody sees until the test answers. */
    private static final String HIDDEN_QUESTION = """
            (() => {
              const devices = navigator.mediaDevices;
              if (!devices) return;
              navigator.permissions.query = async () => ({state: 'prompt'});
              const open = devices.getUserMedia.bind(devices);
              const answered = new Promise(resolve => { window.__answers = resolve; });
              devices.getUserMedia = async wanted => { await answered; return open(wanted); };
            })()""";
    /** Eight seconds until the hint, on a slow machine. */
    private static final LocatorAssertions.IsVisibleOptions HINT = new LocatorAssertions.IsVisibleOptions().setTimeout(25_000);

    @Test
    void whatTheSystemMutesIsOffForBothAndComesBackByItself(Screens screens) {
        var talk = Talk.begins(screens, screens.agent("agent1"), screens.consumer(screens.context(Devices.ONE_CAMERA, Screens.ALLOWED, MUTES)));
        talk.sees();
        system(talk, "audio", true);
        assertThat(agentReads(talk, "Muted by the system")).isVisible();
        assertThat(reads(talk, "Your system has muted the microphone.")).isVisible();
        assertThat(talk.consumer().button("Mute microphone (your system has muted it already)")).isVisible();
        system(talk, "video", true);
        assertThat(agentReads(talk, "’s system has stopped the camera")).isVisible();
        assertThat(reads(talk, "Stopped by your system")).isVisible();
        Wcag.assertClean("muted by the system", talk.consumer().page());
        system(talk, "audio", false);
        system(talk, "video", false);
        assertThat(agentReads(talk, "Muted by the system")).isHidden();
        assertThat(agentReads(talk, "’s system has stopped the camera")).isHidden();
        assertThat(reads(talk, "Your system")).isHidden();
        talk.agent().media().flows();
    }

    @Test
    void aQuestionThatNobodyAnswersIsToldToBothAndTheCallGoesOnWhenItIsAnswered(Screens screens) {
        var talk = Talk.begins(screens, screens.agent("agent1"),
                screens.consumer(screens.context(Devices.ONE_CAMERA, Screens.ALLOWED, HIDDEN_QUESTION)));
        talk.isInvitedTo("Video call");
        talk.consumer().presses("Accept with video");
        assertThat(agentReads(talk, "reads what the browser will ask")).isVisible();
        talk.consumer().presses("Continue");
        assertThat(agentReads(talk, "’s browser asks for camera or microphone")).isVisible();
        assertThat(reads(talk, "Your browser has not given the camera and microphone yet. Look for a question")).isVisible(HINT);
        assertThat(agentReads(talk, "’s browser has not given camera or microphone yet")).isVisible();
        talk.consumer().window().evaluate("() => window.__answers()");
        talk.agent().media().flows();
        assertThat(reads(talk, "has not given")).isHidden();
        assertThat(agentReads(talk, "has not given")).isHidden();
    }

    @Test
    void whatThePageForbidsIsLaidToThePageAndToldToWhoPresses(Screens screens) {
        var brand = new BrandPages(screens);
        var page = brand.page(screens.context(Devices.ONE_CAMERA, Screens.ALLOWED), BrandPages.ORIGIN,
                Map.of("Permissions-Policy", "camera=(), display-capture=()"), path -> brand.html());
        var talk = Talk.begins(screens, brand.agent(), ShopPage.opens(screens.product(), page, BrandPages.ORIGIN + "/"));
        talk.isInvitedTo("Video call");
        talk.consumer().presses("Accept with video");
        assertThat(reads(talk, "This page forbids the camera. You are heard, not seen.")).isVisible();
        assertThat(reads(talk, "Error FORBIDDEN_BY_PAGE")).isVisible();
        talk.consumer().presses("Share your screen");
        assertThat(reads(talk, "This page forbids sharing the screen.")).isVisible();
        talk.agent().media().soundFlows();
        assertEquals(List.of("PERMISSIONS_POLICY " + BrandPages.ORIGIN),
                brand.brand().admin().get(brand.brand().configuration("page-problems")).body().getJsonArray("items")
                        .getValuesAs(JsonObject.class).stream().map(item -> item.getString("rule") + " " + item.getString("origin")).toList());
    }

    private static void system(Talk talk, String kind, boolean muted) {
        talk.consumer().window().evaluate("([kind, muted]) => window.__system(kind, muted)", List.of(kind, muted));
    }

    private static Locator reads(Talk talk, String words) {
        return talk.consumer().window().locator("eye-call-stage").getByText(words).first();
    }

    private static Locator agentReads(Talk talk, String words) {
        return talk.agent().page().locator("eye-call-stage").getByText(words).first();
    }
}
