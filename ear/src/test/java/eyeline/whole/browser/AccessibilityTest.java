package eyeline.whole.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;

/** X6 as far as a machine can see it: axe finds nothing on the main screens. */
@InBrowsers
class AccessibilityTest {
    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    @Test
    void theMainScreensBreakNoRuleOfWcag(Screens screens) {
        var stranger = screens.page("log-in", screens.context(Devices.ONE_CAMERA, Screens.DENIED));
        stranger.navigate(screens.product().origin() + "/agent/");
        stranger.getByLabel("User name").waitFor();
        assertClean("log-in", stranger);
        var talk = Talk.begins(screens);
        assertClean("conversation", talk.agent().page());
        talk.isInvitedTo("Video call");
        assertClean("inviting", talk.agent().page());
        assertClean("invited", talk.consumer().page());
        talk.consumer().presses("Accept with video");
        talk.agent().media().flows();
        assertClean("call of the agent", talk.agent().page());
        assertClean("call of the consumer", talk.consumer().page());
        talk.agent().presses("Hang up");
        talk.isOver();
        assertClean("after the call", talk.consumer().page());
    }

    private static void assertClean(String screen, Page page) {
        var found = new AxeBuilder(page).withTags(RULES).analyze().getViolations().stream()
                .map(rule -> rule.getId() + " " + rule.getNodes().stream().map(node -> String.valueOf(node.getTarget())).limit(3).toList())
                .toList();
        assertEquals(List.of(), found, screen);
    }
}
