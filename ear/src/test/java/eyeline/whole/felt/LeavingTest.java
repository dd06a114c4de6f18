package eyeline.whole.felt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import eyeline.whole.OnTheProduct;
import eyeline.whole.Product;
import eyeline.whole.wire.Administrator;
import eyeline.whole.wire.AgentDesk;
import eyeline.whole.wire.Body;
import eyeline.whole.wire.Brand;
import eyeline.whole.wire.Scene;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every way out of the workspace ends the calls that rest on it at once, in every phase, and the other side hears why. */
@OnTheProduct
class LeavingTest {
    private static final String ANOTHER_PASSWORD = "a quiet harbour 7";

    private final Product product;
    private final Brand brand;

    LeavingTest(Product product) {
        this.product = product;
        brand = new Brand(product);
    }

    private interface Reaching {
        String call(Scene scene);
    }

    private interface WayOut {
        void take(AgentDesk agent, String userPath) throws Exception;
    }

    private void logsOut(AgentDesk agent) {
        assertEquals(204, product.api().post("/api/account/" + brand.account() + "/logout?v=1.3", "{}",
                Map.of("Authorization", "Bearer " + agent.logIn().bearer())).statusCode());
    }

    private Object logged(String column, String call) {
        return product.owner().one("select " + column + " from call_event where call_id = ?::uuid and type = 'ENDED'", call);
    }

    /** The other side and the event log say so. */
    private void ended(Scene scene, String call, String endReason, String cause) {
        var told = scene.tab().call(call, "ENDED");
        assertEquals(cause, told.getString("cause"));
        assertEquals(endReason, told.getString("endReason"));
        assertEquals(cause, logged("cause", call));
    }

    @Test
    void aLogOutEndsACallInEveryPhase() {
        var phases = Map.<String, Reaching>of(
                "ringing", scene -> scene.rings(Scene.VIDEO),
                "preparing", scene -> scene.accepted(Scene.VIDEO),
                "talking", scene -> scene.talks(Scene.VIDEO));
        phases.forEach((name, phase) -> {
            brand.user(name, "AGENT");
            try (var scene = Scene.in(product, brand, name)) {
                var call = phase.call(scene);
                logsOut(scene.agent());
                ended(scene, call, "AGENT", "LOGGED_OUT");
                assertEquals(409, scene.tab().accepts(call, Scene.VOICE).getInt("code"));
                assertEquals("LOGGED_OUT", scene.agent().call(call, "ENDED").getString("cause"));
                assertEquals(4401, scene.agent().wire().closed().code());
            }
        });
    }

    @Test
    void aLogOutEndsACallWhosePageIsAwayForAMoment() {
        brand.user("away", "AGENT");
        try (var scene = Scene.in(product, brand, "away")) {
            var call = scene.talks(Scene.VIDEO);
            scene.agent().wire().leaves();
            scene.tab().call(call, body -> "LEFT".equals(body.getString("other", "")));
            logsOut(scene.agent());
            ended(scene, call, "AGENT", "LOGGED_OUT");
        }
    }

    @Test
    void aLogOutLeavesTheCallOfAnotherLogInOfTheSameUser() {
        brand.user("twice", "AGENT");
        try (var scene = Scene.in(product, brand, "twice"); var other = brand.desk("twice")) {
            var call = scene.talks(Scene.VOICE);
            assertNotEquals(other.logIn().bearer(), scene.agent().logIn().bearer());
            logsOut(other);
            assertEquals(4401, other.wire().closed().code());
            Scene.ok(scene.agent().ends(call));
            assertEquals("HUNG_UP", scene.tab().call(call, "ENDED").getString("cause"));
        }
    }

    @Test
    void whoMayNotBeHereAnyMoreLeavesTheCallWhateverTheReason() throws Exception {
        var ways = Map.<String, WayOut>of(
                "disabled", (agent, path) -> change(path, Body.of("isEnabled", false)),
                "repassworded", (agent, path) -> change(path, Body.of("password", ANOTHER_PASSWORD)),
                "changedown", (agent, path) -> changesTheOwnPassword("changedown"),
                "moved", (agent, path) -> change(path, Body.of("profileIds", List.of(brand.profile("ADMINISTRATOR")))),
                "deleted", (agent, path) -> Brand.made(brand.admin().delete(path, brand.admin().get(path).etag().orElseThrow())),
                "runout", (agent, path) -> runsOut(agent));
        for (var way : ways.entrySet()) {
            var path = brand.configuration("le-users/users/") + brand.user(way.getKey(), "AGENT");
            try (var scene = Scene.in(product, brand, way.getKey())) {
                var call = scene.talks(Scene.VIDEO);
                way.getValue().take(scene.agent(), path);
                ended(scene, call, "AGENT", "LOGIN_ENDED");
                assertEquals("LOGIN_ENDED", scene.agent().call(call, "ENDED").getString("cause"));
                assertEquals(4401, scene.agent().wire().closed().code(), way.getKey());
            }
        }
    }

    @Test
    void aClosedAccountEndsItsCallsForBoth() {
        brand.user("agent", "AGENT");
        try (var scene = Scene.in(product, brand, "agent")) {
            var call = scene.talks(Scene.VIDEO);
            change(brand.operator(), brand.operators(), Body.of("isEnabled", false));
            for (var desk : List.of(scene.tab(), scene.agent())) {
                assertEquals("ACCOUNT_CLOSED", desk.call(call, "ENDED").getString("cause"));
                assertEquals(4401, desk.wire().closed().code());
            }
            assertEquals("SERVER", logged("end_reason", call));
        }
    }

    private void change(String path, Object body) {
        change(brand.admin(), path, body);
    }

    private static void change(Administrator who, String path, Object body) {
        Brand.made(who.change(path, body));
    }

    private void changesTheOwnPassword(String user) {
        var elsewhere = Administrator.logIn(product.api(), brand.account(), user, AgentDesk.PASSWORD);
        assertEquals(204, elsewhere.post("/api/account/" + brand.account() + "/password",
                Body.of("current", AgentDesk.PASSWORD, "password", ANOTHER_PASSWORD)).status());
    }

    /** Nothing says so by itself: the next change in the account has log-ins looked at, as the clock would. */
    private void runsOut(AgentDesk agent) throws SQLException {
        product.owner().update("update agent_session set expires_at = now() where user_pid = ?::uuid", agent.logIn().pid());
        change(brand.configuration("calls"), Body.of("invitationSeconds", 60));
    }
}
