package eyeline.whole.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import eyeline.whole.wire.Body;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** M5: the mark of a real call on both screens, and afterwards the summary of both sides in the event log. */
@InBrowsers
class QualityInBrowsersTest {
    private static final Pattern MARK = Pattern.compile("Connection: (Good|Fair|Poor)");

    @Test
    void bothSeeHowTheCallGoesAndTheLogSaysItAfterwards(Screens screens) {
        var talk = Talk.begins(screens);
        talk.sees();
        for (var quality : List.of(talk.agent().page().locator("eye-call-quality"), talk.consumer().window().locator("eye-call-quality"))) {
            var mark = quality.getByRole(AriaRole.BUTTON);
            assertThat(mark).hasAccessibleName(MARK);
            mark.click();
            assertThat(mark).hasAttribute("aria-expanded", "true");
            assertThat(figure(quality, 2)).hasText("Round trip"); // You, the other side, and then the figures
            assertThat(quality.getByText("Direct, UDP")).isVisible();
            assertThat(quality.getByText("Freezes")).isVisible(); // the first reading may have come before the first picture
        }
        talk.consumer().presses("Hang up");
        talk.isOver();
        for (var column : List.of("agent_quality", "consumer_quality")) {
            var text = (String) talk.lastEnd(column);
            var quality = Body.json(text);
            assertTrue(quality.getJsonObject("received").getInt("packets") > 0, text);
            assertTrue(quality.getJsonObject("sent").getInt("packets") > 0, text);
            assertTrue(quality.getInt("seconds") > 0, text);
            assertTrue(quality.getJsonObject("picture").getInt("width") > 0, text);
            assertFalse(quality.getJsonObject("route").getBoolean("relayed"), text);
            assertEquals("UDP", quality.getJsonObject("route").getString("protocol"));
            assertFalse(text.matches(".*\\d+\\.\\d+\\.\\d+\\.\\d+.*"), text);
        }
    }

    private static Locator figure(Locator quality, int number) {
        return quality.locator("dt").nth(number);
    }
}
