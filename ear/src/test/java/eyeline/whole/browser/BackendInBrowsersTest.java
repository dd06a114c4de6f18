package eyeline.whole.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import eyeline.whole.wire.AgentDesk;
import eyeline.whole.wire.Body;
import eyeline.whole.wire.Brand;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The operator's backend console in a browser. */
@InBrowsers
class BackendInBrowsersTest {
    private Screens screens;
    private ConsolePage console;

    @BeforeEach
    void begin(Screens screens) {
        this.screens = screens;
        console = ConsolePage.ofTheOperator(screens.product(), screens.page("operator", screens.context(Devices.ONE_CAMERA, Screens.ALLOWED)));
    }

    private int logIn(String account) {
        return screens.product().api().post("/api/account/" + account + "/login",
                Body.of("username", "first", "password", AgentDesk.PASSWORD)).statusCode();
    }

    @Test
    void anAccountIsMadeWithItsAdministratorClosedAndReopened() {
        var account = "B" + UUID.randomUUID().toString().replace("-", "").substring(0, 20);
        console.link("New account").click();
        console.page().locator("[name=name]").fill("Brand " + account);
        console.field("Account number").fill(account);
        console.field("Full name").fill("First One");
        console.field("Log-in name").fill("first");
        console.field("Password").fill("password1234");
        console.presses("Create");
        console.isWrong(console.field("Password"), "among the first that anybody would try");
        console.field("Password").fill(AgentDesk.PASSWORD);
        console.presses("Create");
        console.hears("is created");
        assertEquals(200, logIn(account));
        console.presses("Close account");
        console.isAsked("Close this account?");
        console.answers("Keep open");
        assertEquals(200, logIn(account));
        console.presses("Close account");
        console.answers("Close account");
        assertThat(console.page().getByText("This account is closed")).isVisible();
        assertEquals(401, logIn(account));
        console.presses("Reopen account");
        console.answers("Reopen account");
        assertThat(console.page().getByText("This account is closed")).isHidden();
        assertEquals(200, logIn(account));
    }

    @Test
    void theOperatorGoesIntoAnAccountAndBack() {
        var brand = new Brand(screens.product());
        console.page().navigate(screens.product().origin() + "/backend/#/accounts/" + brand.account());
        console.field("Video calls allowed").click();
        console.presses("Save");
        console.hears("is saved");
        assertFalse(brand.admin().get(brand.configuration("calls")).body().getBoolean("videoAllowed"));
        console.link("Call settings").click();
        assertThat(console.page().getByText("Switched off by the operator")).isVisible();
        console.opens("History");
        assertThat(console.page().getByText("Video calls allowed by the operator").first()).isVisible();
        console.link("All accounts").click();
        assertThat(console.heading("Accounts")).isVisible();
    }

    @Test
    void whoIsNoOperatorIsShownTheRightRoom() {
        var page = screens.page("administrator", screens.context(Devices.ONE_CAMERA, Screens.ALLOWED));
        var brand = new Brand(screens.product());
        var admin = ConsolePage.logsIn(screens.product(), page, brand.account(), "first");
        page.navigate(screens.product().origin() + "/backend/");
        assertThat(admin.page().getByText("is no operator")).isVisible();
        assertThat(admin.link("console")).isVisible();
    }
}
