package eyeline.whole.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsHiddenOptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A network that gives too little for voice and picture: the picture pauses for the voice, both read why, and it comes back. */
@InBrowsers
@Tag("alone")
class WeakNetworkInBrowsersTest {
    private static final int PLENTY_KBPS = 20_000;
    /** Too little for the smallest picture beside a voice, and enough for the voice. */
    private static final int WEAK_KBPS = 150;
    private static final double PATIENCE_MS = 90_000;
    private static final String OWN = "Your network is weak: your picture is paused so that your voice stays clear.";

    @Test
    void thePicturePausesForTheVoiceAndComesBackByItself(Screens screens) {
        var agent = screens.agent("agent1");
        var network = new Throttle(agent.page());
        network.gives(PLENTY_KBPS);
        var talk = Talk.begins(screens, agent, screens.consumer());
        talk.sees();

        network.gives(WEAK_KBPS);
        var own = agent.page().locator("eye-call-stage .banner").getByText(OWN);
        var theirs = talk.consumer().window().locator("eye-call-stage .what").getByText("’s network is weak: the picture is paused so that the voice stays clear.");
        appears(own);
        appears(theirs);
        talk.consumer().media().picturesStop();
        talk.consumer().media().soundFlows();
        talk.agent().media().soundFlows();
        assertThat(agent.button("Turn camera off")).isVisible(); // the camera stays as it was
        Wcag.assertClean("a call whose picture is paused", talk.consumer().page());

        network.gives(PLENTY_KBPS);
        disappears(own);
        disappears(theirs);
        talk.consumer().media().flows();
    }

    private static void appears(Locator words) {
        assertThat(words).isVisible(new IsVisibleOptions().setTimeout(PATIENCE_MS));
    }

    private static void disappears(Locator words) {
        assertThat(words).isHidden(new IsHiddenOptions().setTimeout(PATIENCE_MS));
    }
}
