package eyeline.whole.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eyeline.whole.OnTheProduct;
import eyeline.whole.Product;
import eyeline.whole.wire.AgentDesk;
import eyeline.whole.wire.Body;
import eyeline.whole.wire.Brand;
import eyeline.whole.wire.Place;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who guesses passwords is held up, and nobody else is (issue 3, 6). Each client comes from an address of its own. */
@OnTheProduct
class SignInTest {
    private static final String WRONG = "certainly not this one";
    /** Failures of a user, and of an address, until it must wait. */
    private static final int OF_A_USER = 10;
    private static final int OF_AN_ADDRESS = 30;

    private final Product product;
    private final Brand brand;

    SignInTest(Product product) {
        this.product = product;
        brand = new Brand(product);
        brand.user("agent", "AGENT");
    }

    @Test
    void whoGuessesAUsersPasswordMustWaitWhereverTheyAre() {
        for (int i = 0; i < OF_A_USER; i++) {
            assertEquals(401, logIn(Place.fresh(product), "agent", WRONG).status());
        }
        var refused = logIn(Place.fresh(product), "AGENT", AgentDesk.PASSWORD);
        assertEquals(429, refused.status(), "the right one too, or guessing would go on");
        assertEquals("TOO_MANY", refused.json().getString("reason"));
        assertTrue(refused.json().getString("detail").matches("Too many attempts failed. Try again in (a minute|\\d+ seconds)\\."), refused.body());
        int wait = Integer.parseInt(refused.header("Retry-After").orElseThrow());
        assertTrue(wait > 0 && wait <= 60, "Retry-After: " + wait);
        assertEquals(200, logIn(Place.fresh(product), "first", AgentDesk.PASSWORD).status(), "another user");
    }

    @Test
    void nobodyLocksOutAnAgentFromElsewhere() {
        var home = Place.fresh(product);
        var in = logIn(home, "agent", AgentDesk.PASSWORD);
        var cookie = in.cookie("Device").orElseThrow();
        for (var attribute : List.of("Secure", "HttpOnly", "SameSite=Strict", "Path=/api/account/" + brand.account())) {
            assertTrue(List.of(cookie.split("; ?")).contains(attribute), cookie);
        }
        assertFalse(cookie.contains("agent;") || cookie.contains("=agent"), cookie);
        var device = "Cookie: " + cookie.split(";")[0];

        for (int i = 0; i < OF_A_USER; i++) {
            assertEquals(401, logIn(Place.fresh(product), "agent", WRONG).status());
        }
        assertEquals(429, logIn(home, "agent", AgentDesk.PASSWORD).status(), "as anybody there");
        assertEquals(200, logIn(home, "agent", AgentDesk.PASSWORD, device).status());
        assertEquals(200, logIn(Place.fresh(product), "agent", AgentDesk.PASSWORD, device).status(), "wherever the device is");
        assertEquals(429, logIn(home, "agent", AgentDesk.PASSWORD, "Cookie: Device=" + "A".repeat(32) + "." + "A".repeat(22)).status());

        for (int i = 0; i < OF_A_USER; i++) {
            assertEquals(401, logIn(home, "agent", WRONG, device).status());
        }
        assertEquals(429, logIn(home, "agent", AgentDesk.PASSWORD, device).status(), "guessing on the device itself");
    }

    @Test
    void whoTriesManyUsersMustWaitAndOthersNeedNot() {
        var guesser = Place.fresh(product);
        var begun = System.nanoTime();
        int failed = 0;
        while (logIn(guesser, "user" + failed, WRONG).status() == 401) {
            failed++;
            assertTrue(failed <= OF_AN_ADDRESS + forgotten(begun), failed + " attempts");
        }
        assertTrue(failed >= OF_AN_ADDRESS, failed + " attempts");
        assertEquals(429, logIn(guesser, "user" + failed, WRONG).status());
        assertEquals(200, logIn(Place.fresh(product), "agent", AgentDesk.PASSWORD).status());
    }

    /** One of an address is forgotten each minute. */
    private static long forgotten(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun).toMinutes();
    }

    @Test
    void logInsThatSucceedAreNotCounted() {
        var office = Place.fresh(product);
        for (int i = 0; i < OF_A_USER + 1; i++) {
            assertEquals(200, logIn(office, "agent", AgentDesk.PASSWORD).status());
        }
    }

    @Test
    void withoutAnOpenidProviderNobodyComesThatWay() {
        assertEquals("{\"sso\":false}", product.api().get("/api/sign-in").body());
        var closed = product.api().get("/sso/" + brand.account() + "/agent");
        assertTrue(closed.statusCode() >= 400, "answered " + closed.statusCode());
        assertTrue(closed.headers().firstValue("Location").isEmpty());
        assertFalse(closed.body().contains("Exception"), closed.body());
        assertEquals(401, Place.fresh(product).post("/api/account/" + brand.account() + "/sso", Body.of("code", "A".repeat(32)),
                "Cookie: Sso=" + "A".repeat(32)).status());
    }

    private Place.Answer logIn(Place place, String user, String password, String... headers) {
        return place.post("/api/account/" + brand.account() + "/login", Body.of("username", user, "password", password), headers);
    }
}
