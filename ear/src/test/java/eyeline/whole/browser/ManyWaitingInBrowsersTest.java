package eyeline.whole.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import eyeline.whole.wire.Brand;
import eyeline.whole.wire.Crowd;
import java.sql.SQLException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The workspace of an agent for whom thousands wait. */
@InBrowsers
class ManyWaitingInBrowsersTest {
    private static final int SHOWN = 30;

    @Test
    void theFirstAreInTheListTheOthersAreCountedAndTheNextMoveUp(Screens screens) throws SQLException {
        var brand = new Brand(screens.product());
        brand.user("agent", "AGENT");
        var crowd = new Crowd(screens.product().owner(), brand.account());
        crowd.waits(1_600);
        try {
            var agent = AgentPage.logsIn(screens.product(), screens.page("agent", screens.context(Devices.ONE_CAMERA, Screens.ALLOWED)),
                    brand.account(), "agent");
            var page = agent.page();
            assertThat(agent.button("1,599 more waiting")).isVisible();
            agent.presses("1,599 more waiting");
            assertThat(cards(page)).hasCount(SHOWN);
            assertThat(page.getByText("and 1,570 more")).isVisible();
            for (int taken = 1; taken <= 3; taken++) {
                agent.takesWhoWaits();
                assertThat(tab(page)).containsText(String.format(Locale.ROOT, "%,d", 1_600 - taken));
                tab(page).click();
                assertThat(cards(page)).hasCount(SHOWN);
            }
            assertThat(page.getByText("and 1,567 more")).isVisible();
            agent.becomes("Busy");
            assertThat(cards(page)).hasCount(0);
            assertThat(page.getByText("Nothing rings now")).isVisible();
        } finally {
            crowd.goes();
        }
    }

    private static Locator cards(Page page) {
        return page.getByRole(AriaRole.ARTICLE);
    }

    private static Locator tab(Page page) {
        return page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(Pattern.compile("^Waiting")));
    }
}
