package eyeline.whole.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions.IsHiddenOptions;
import eyeline.whole.browser.Network.Machine;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** M4: the network of one side goes and comes back, or is another one, and it stays the same call. Says how long media took to return. */
@InBrowsers
@Tag("alone")
class NetworkChangeTest {
    private static final String GONE = "Connection interrupted";
    private static final double PATIENCE_MILLIS = 45_000;

    @ParameterizedTest
    @ValueSource(ints = {5, 29})
    void theCableIsOut(int seconds, Screens screens) throws InterruptedException {
        var talk = screens.talkOverTheNetwork();
        var figures = new Figures("cable out for " + seconds + " s, from its return to sound on both sides");
        for (int i = 0; i < Figures.SAMPLES / 5; i++) {
            pullsTheCable(talk, seconds);
            figures.add(returns(talk));
            goesOn(talk);
        }
        figures.print();
        isHungUp(talk);
    }

    @Test
    void theCableStaysOut(Screens screens) throws InterruptedException {
        var talk = screens.talkOverTheNetwork();
        pullsTheCable(talk, 31);
        assertThat(talk.agent().button("Hang up")).isHidden(new IsHiddenOptions().setTimeout(PATIENCE_MILLIS));
        assertThat(talk.consumer().button("Hang up")).isHidden(new IsHiddenOptions().setTimeout(PATIENCE_MILLIS));
        assertEquals("CONNECTION_LOST", talk.lastEnd("cause"));
    }

    /** Either side comes into another network, time and again. */
    @Test
    void theAddressChanges(Screens screens) {
        var talk = screens.talkOverTheNetwork();
        var figures = new Figures("another address, from the change to sound on both sides");
        for (int i = 0; i < 2 * Figures.SAMPLES; i++) {
            screens.network().changesAddress(Machine.values()[i % 2]);
            figures.add(returns(talk));
            goesOn(talk);
        }
        figures.print();
        isHungUp(talk);
    }

    /** The outage is what is tested: it lasts as long as it lasts. Both are told to wait meanwhile. */
    private void pullsTheCable(Talk talk, int seconds) throws InterruptedException {
        var end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        talk.screens().network().cableOut(Machine.AGENT);
        assertThat(gone(talk.agent().page().mainFrame())).isVisible();
        assertThat(gone(talk.consumer().window())).isVisible();
        Thread.sleep(Math.max(0, Duration.ofNanos(end - System.nanoTime()).toMillis()));
        talk.screens().network().cableIn(Machine.AGENT);
    }

    private static Locator gone(Frame side) {
        return side.locator("eye-call-stage .banner").getByText(GONE);
    }

    private static long returns(Talk talk) {
        var before = System.nanoTime();
        talk.consumer().media().firstComes();
        talk.agent().media().firstComes();
        return Duration.ofNanos(System.nanoTime() - before).toMillis();
    }

    private static void goesOn(Talk talk) {
        talk.consumer().media().flows();
        talk.agent().media().flows();
        assertThat(gone(talk.agent().page().mainFrame())).isHidden();
        assertThat(gone(talk.consumer().window())).isHidden();
    }

    private static void isHungUp(Talk talk) {
        talk.agent().presses("Hang up");
        talk.isOver();
        assertEquals("HUNG_UP", talk.lastEnd("cause"));
    }
}
