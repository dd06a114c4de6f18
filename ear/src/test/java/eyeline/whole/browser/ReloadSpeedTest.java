package eyeline.whole.browser;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** W3: from when a page begins to load again until both sides hear and see each other again, each side by turns in one call. */
@InBrowsers
@Tag("alone")
class ReloadSpeedTest {

    @Test
    void mediaIsBackSoonAfterAReload(Screens screens) {
        var agent = AgentPage.logsIn(screens.product(), page(screens, "agent1"), "agent1");
        var talk = Talk.begins(screens, agent, ShopPage.opens(screens.product(), page(screens, "consumer")));
        talk.sees();
        var figures = List.of(new Figures("reload of the consumer's page to sound and picture on both sides"),
                new Figures("reload of the agent's page to sound and picture on both sides"));
        for (int i = 0; i < Figures.SAMPLES; i++) {
            var page = List.of(talk.consumer().page(), agent.page()).get(i % 2);
            page.reload();
            var began = Stopwatch.number(page.evaluate("() => performance.timeOrigin"));
            var consumer = ShopPage.inCall(screens.product(), talk.consumer().page());
            var back = Math.max(new Stopwatch(consumer.window()).since(began).both(), new Stopwatch(agent.page().mainFrame()).since(began).both());
            figures.get(i % 2).add(back - began);
        }
        agent.presses("Hang up");
        figures.forEach(Figures::print);
    }

    private static Page page(Screens screens, String name) {
        return screens.page(name, screens.context(Devices.ONE_CAMERA, Screens.ALLOWED, Stopwatch.SCRIPT));
    }
}
