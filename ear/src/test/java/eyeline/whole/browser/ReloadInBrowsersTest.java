package eyeline.whole.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** W3: a page is left, loaded again, closed and opened, and the call goes on. */
@InBrowsers
class ReloadInBrowsersTest {
    /** Longer than the 30 s in which somebody may come back. */
    private static final double GRACE_MILLIS = 45_000;

    @Test
    void theConsumerReloadsAndWalksOverThePagesOfTheShopAndTheCallGoesOn(Screens screens) {
        var talk = Talk.begins(screens);
        talk.sees();
        var page = talk.consumer().page();
        page.reload();
        var back = comesBack(talk, page);
        for (var next : List.of("/products", "/contact", "/")) {
            page.navigate(screens.product().shop() + next);
            back = comesBack(talk, page);
        }
        talk.agent().presses("Hang up");
        assertThat(back.button("Hang up")).isHidden();
        assertEquals(List.of("INVITED", "ACCEPTED", "AGENT_JOINED", "CONSUMER_JOINED", "ENDED"), lastCall(talk).stream()
                .map(row -> String.valueOf(row.get("type"))).sorted(ReloadInBrowsersTest::joinsAside).toList());
        assertEquals("HUNG_UP", talk.lastEnd("cause"));
    }

    @Test
    void theConsumerClosesTheTabAndOpensTheShopAgain(Screens screens) {
        var talk = Talk.begins(screens);
        talk.sees();
        var context = talk.consumer().page().context();
        talk.consumer().page().close();
        assertThat(talk.agent().page().getByText("One moment").first()).isVisible();
        var page = screens.page("consumer again", context);
        page.navigate(screens.product().shop() + "/");
        var back = comesBack(talk, page);
        back.presses("Hang up");
        assertThat(talk.agent().button("Hang up")).isHidden();
        assertEquals("CONSUMER", talk.lastEnd("end_reason"));
    }

    @Test
    void theAgentReloadsTheWorkspace(Screens screens) {
        var talk = Talk.begins(screens);
        talk.sees();
        talk.agent().presses("Mute microphone");
        assertThat(talk.consumer().window().getByText("Muted").first()).isVisible();
        talk.agent().page().reload();
        assertThat(talk.agent().button("Unmute microphone")).isVisible();
        talk.agent().media().flows();
        talk.consumer().media().picturesFlow();
        assertThat(talk.consumer().window().getByText("Muted").first()).isVisible();
        talk.agent().presses("Unmute microphone");
        talk.consumer().media().flows();
        talk.agent().presses("Hang up");
        talk.isOver();
    }

    @Test
    void aConsumerWhoDoesNotComeBackIsSaidOnce(Screens screens) {
        var talk = Talk.begins(screens);
        talk.sees();
        talk.consumer().page().close();
        assertThat(talk.agent().page().getByText("One moment").first()).isVisible();
        assertThat(talk.agent().button("Hang up")).isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(GRACE_MILLIS));
        assertEquals("PAGE_LEFT", talk.lastEnd("cause"));
        assertEquals("CONSUMER_DISCONNECTED", talk.lastEnd("error_id"));
        assertEquals(1, lastCall(talk).stream().filter(row -> "ENDED".equals(row.get("type"))).count());
    }

    @Test
    void anotherTabLeavesTheCallWhereItIs(Screens screens) {
        var talk = Talk.begins(screens);
        talk.sees();
        var second = screens.page("second tab", talk.consumer().page().context());
        second.navigate(screens.product().shop() + "/products");
        talk.consumer().media().flows();
        talk.agent().media().flows();
        talk.consumer().page().reload();
        comesBack(talk, talk.consumer().page()).presses("Hang up");
        assertThat(talk.agent().button("Hang up")).isHidden();
    }

    /** Both see and hear each other again, and the agent was told to wait a moment and is so no more. */
    private static ShopPage comesBack(Talk talk, Page page) {
        var back = ShopPage.inCall(talk.screens().product(), page);
        back.media().flows();
        talk.agent().media().flows();
        assertThat(talk.agent().page().getByText("One moment").first()).isHidden();
        return back;
    }

    private static List<Map<String, Object>> lastCall(Talk talk) {
        return talk.screens().product().owner().query("select * from call_event where " + Talk.NEWEST + " order by seq");
    }

    /** Who joins first is chance. */
    private static int joinsAside(String one, String other) {
        return one.endsWith("_JOINED") && other.endsWith("_JOINED") ? one.compareTo(other) : 0;
    }
}
