package eyeline.whole.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import eyeline.whole.wire.Scene;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Who logs out in a call is not seen or heard any more, and the other side reads why. */
@InBrowsers
class LeavingInBrowsersTest {
    /** Keeps every track that the page opens. */
    private static final String TRACKS = """
            (() => {
              window.__tracks = [];
              const devices = navigator.mediaDevices;
              if (!devices) return;
              const open = devices.getUserMedia.bind(devices);
              devices.getUserMedia = async wanted => {
                const stream = await open(wanted);
                window.__tracks.push(...stream.getTracks());
                return stream;
              };
            })()""";
    private static final String KINDS_AND_STATES = "() => window.__tracks.map(track => track.kind + ' ' + track.readyState).sort().join(', ')";

    @Test
    void whoLogsOutInACallOrWhileItRingsIsAskedAndLeavesNothingOpen(Screens screens) {
        var page = screens.page("agent1", screens.context(Devices.ONE_CAMERA, Screens.ALLOWED, TRACKS));
        var talk = Talk.begins(screens, AgentPage.logsIn(screens.product(), page, "agent1"), screens.consumer());
        talk.sees();
        assertEquals("audio live, video live", page.evaluate(KINDS_AND_STATES));

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("settings and log-out"))).click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Log out")).click();
        confirms(page, "Log out in a call?", "End the call and log out");
        assertThat(page.getByLabel("User name")).isVisible();
        assertEquals("audio ended, video ended", page.evaluate(KINDS_AND_STATES));
        assertThat(talk.consumer().window().getByText("logged out").first()).isVisible();
        assertEquals("LOGGED_OUT", talk.lastEnd("cause"));
        assertTrue(((Number) talk.lastEnd("duration_ms")).longValue() > 0);

        // the address names the conversation still
        var again = AgentPage.logsInHere(page, Scene.ACCOUNT, "agent1");
        again.invitesTo("Voice call");
        talk.consumer().isInvited();
        comesBackFromTheOrganisation(page);
        confirms(page, "Log in as somebody else?", "End the call and log in");
        assertThat(page.getByLabel("User name")).isVisible();
        assertThat(talk.consumer().window().getByText("The invitation was taken back.").first()).isVisible();
        assertThat(talk.consumer().button("Accept")).isHidden();
        assertEquals("LOGGED_OUT", talk.lastEnd("cause"));
    }

    private static void confirms(Page page, String heading, String act) {
        assertThat(page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName(heading))).isVisible();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(act)).click();
    }

    /** With a code that nobody gave: what follows the question is another test's. */
    private static void comesBackFromTheOrganisation(Page page) {
        page.evaluate("account => { location.hash = `sso=a-code&account=${account}`; }", Scene.ACCOUNT);
        page.reload();
    }
}
