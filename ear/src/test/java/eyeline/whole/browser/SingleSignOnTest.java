package eyeline.whole.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import eyeline.whole.Keycloak;
import eyeline.whole.Product;
import eyeline.whole.wire.Body;
import eyeline.whole.wire.Place;
import eyeline.whole.wire.Scene;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** Log-in by the organisation's account: WildFly's OpenID Connect client, a real Keycloak, a real browser. */
@Tag("oidc")
class SingleSignOnTest {
    private static final String BUTTON = "Log in with your organisation's account";

    private static Keycloak keycloak;
    private static Product product;
    private static Browsers browsers;
    private Screens screens;

    @BeforeAll
    static void start() throws Exception {
        keycloak = Keycloak.start();
        product = Product.start(Map.of("EYELINE_OIDC_PROVIDER", keycloak.address(), "EYELINE_OIDC_CLIENT", Keycloak.CLIENT,
                "EYELINE_OIDC_SECRET", Keycloak.SECRET, "EYELINE_OIDC_ACCOUNTS", Scene.ACCOUNT));
        browsers = new Browsers();
    }

    @AfterAll
    static void stop() throws Exception {
        // in the order of need, and what was not started is not stopped
        for (var started : Stream.<AutoCloseable>of(browsers, product, keycloak).filter(Objects::nonNull).toList()) {
            started.close();
        }
    }

    @BeforeEach
    void open() {
        screens = new Screens(product, browsers);
    }

    @AfterEach
    void close(TestInfo test) throws Exception {
        screens.keep("SingleSignOnTest." + test.getTestMethod().orElseThrow().getName());
        screens.close();
    }

    @Test
    void anAgentComesThroughTheOrganisationsLogInIntoTheWorkspace() {
        var page = page();
        var addresses = new ArrayList<String>();
        page.onRequest(request -> addresses.add(request.url()));
        toOrganisation(page, "agent", Scene.ACCOUNT);
        authenticate(page, "agent1");
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Availability")).first()).isVisible();
        assertEquals(product.origin() + "/agent/", page.url(), "nothing of the code stays in the address");
        assertTrue(addresses.stream().anyMatch(address -> address.startsWith(keycloak.address())), "by way of Keycloak");
        page.reload();
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Availability")).first()).isVisible();
    }

    @Test
    void anAdministratorComesIntoTheConsole() {
        var page = page();
        toOrganisation(page, "console", Scene.ACCOUNT);
        authenticate(page, "admin1");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("People")).first()).isVisible();
    }

    @Test
    void whoHasNoUserIsToldSoAndNoneIsMade() {
        var before = product.owner().one("select count(*) from app_user");
        var page = page();
        toOrganisation(page, "agent", Scene.ACCOUNT);
        authenticate(page, "stranger");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("this account has no user for you");
        assertEquals(before, product.owner().one("select count(*) from app_user"));
    }

    @Test
    void aUserWhoIsDisabledStaysOut() throws Exception {
        product.owner().update("insert into app_user (user_pid, account_id, user_id, login_name, display_name, password_hash, enabled) "
                + "values (gen_random_uuid(), ?, 'disabled', 'disabled', 'Dis Abled', '', false)", Scene.ACCOUNT);
        var page = page();
        toOrganisation(page, "agent", Scene.ACCOUNT);
        authenticate(page, "disabled");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("this account has no user for you");
    }

    @Test
    void theProviderDoesNotSpeakForOtherAccounts() throws Exception {
        product.owner().update("insert into app_user (user_pid, account_id, user_id, login_name, display_name, password_hash) "
                + "values (gen_random_uuid(), '10000002', 'namesake', 'agent1', 'A Namesake', '')");
        var page = page();
        toOrganisation(page, "agent", "10000002");
        authenticate(page, "agent1");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("does not log in with an organisation");
    }

    @Test
    void theCodeIsGoodOnceInItsBrowserAlone() {
        var page = page();
        var redeemed = new ArrayList<Request>();
        page.onRequest(request -> {
            if (request.url().endsWith("/sso")) {
                redeemed.add(request);
            }
        });
        toOrganisation(page, "agent", Scene.ACCOUNT);
        // the page must not use the code up: it is stopped on its way to the server
        page.route("**/api/account/*/sso", route -> route.abort());
        authenticate(page, "agent1");
        assertThat(page.getByRole(AriaRole.ALERT)).isVisible();
        var body = Body.parse(redeemed.get(0).postData());
        var cookie = page.context().cookies(product.origin() + path()).stream().filter(c -> c.name.equals("Sso")).findFirst().orElseThrow();
        assertTrue(cookie.httpOnly && cookie.secure);

        assertEquals(401, redeem(body.getString("code"), "A".repeat(32)).status(), "in another browser");
        assertEquals(401, redeem(body.getString("code"), cookie.value).status(), "it is spent by that");
    }

    @Test
    void aCodeIsGoodForAMinute() throws Exception {
        var page = page();
        toOrganisation(page, "agent", Scene.ACCOUNT);
        page.route("**/api/account/*/sso", route -> {
            try {
                product.owner().update("update sso_code set expires_at = expires_at - interval '61 seconds'");
            } catch (java.sql.SQLException e) {
                throw new AssertionError(e);
            }
            route.resume();
        });
        authenticate(page, "agent1");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("took too long");
    }

    @Test
    void nobodyGetsACodeWithoutTheProvider() {
        var refused = product.api().get("/sso/" + Scene.ACCOUNT + "/agent");
        assertTrue(List.of(302, 303).contains(refused.statusCode()), refused.body());
        assertTrue(refused.headers().firstValue("Location").orElse("").startsWith(keycloak.address()), "asked to log in there");
        var bearer = product.api().get("/sso/" + Scene.ACCOUNT + "/agent", Map.of("Authorization", "Bearer a.b.c"));
        assertFalse(bearer.headers().firstValue("Location").orElse("").contains("sso="), "a made up token is nothing");
    }

    private Place.Answer redeem(String code, String cookie) {
        return Place.fresh(product).post(path(), Body.of("code", code), "Cookie: Sso=" + cookie);
    }

    private static String path() {
        return "/api/account/" + Scene.ACCOUNT + "/sso";
    }

    private Page page() {
        return screens.page("page", screens.context(Devices.ONE_CAMERA, Screens.ALLOWED));
    }

    private static void toOrganisation(Page page, String room, String account) {
        page.navigate(product.origin() + "/" + room + "/");
        page.getByLabel("Account").fill(account);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(BUTTON)).click();
        page.waitForURL(Pattern.compile(Pattern.quote(keycloak.address()) + ".*"));
    }

    private static void authenticate(Page page, String user) {
        page.locator("#username").fill(user);
        page.locator("#password").fill(Keycloak.PASSWORD);
        page.locator("#kc-login").click();
        page.waitForURL(Pattern.compile(Pattern.quote(product.origin()) + "/.*"));
    }
}
