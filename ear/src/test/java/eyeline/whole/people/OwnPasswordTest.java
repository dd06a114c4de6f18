package eyeline.whole.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eyeline.whole.OnTheProduct;
import eyeline.whole.Product;
import eyeline.whole.wire.Administrator;
import eyeline.whole.wire.AgentDesk;
import eyeline.whole.wire.Body;
import eyeline.whole.wire.Brand;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;

/** Everybody changes the own password, who knows the current one (docs/rest.md). */
@OnTheProduct
class OwnPasswordTest {
    private static final String ANOTHER = "another quiet harbour";

    private final Product product;
    private final Brand brand;
    private final String agentId;
    private final Administrator agent;

    OwnPasswordTest(Product product) {
        this.product = product;
        brand = new Brand(product);
        agentId = brand.user("agent", "AGENT");
        agent = logsIn("agent", AgentDesk.PASSWORD);
    }

    @Test
    void theNewOneIsGoodAndTheOldOneIsNot() {
        assertEquals(204, change(agent, AgentDesk.PASSWORD, ANOTHER).status());
        logsIn("agent", ANOTHER);
        assertEquals(401, product.api().post("/api/account/" + brand.account() + "/login",
                Body.of("username", "agent", "password", AgentDesk.PASSWORD)).statusCode());
    }

    @Test
    void itEndsAllOtherLogInsAndNotThisOne() {
        try (var open = AgentDesk.connects(product.api(), brand.account(), AgentDesk.logsIn(product.api(), brand.account(), "agent"))) {
            var third = logsIn("agent", AgentDesk.PASSWORD);
            assertEquals(204, change(agent, AgentDesk.PASSWORD, ANOTHER).status());
            assertEquals(4401, open.wire().closed().code());
            assertEquals(401, change(third, ANOTHER, "a third quiet harbour").status());
            assertEquals(204, change(agent, ANOTHER, "a third quiet harbour").status());
        }
    }

    @Test
    void theHistoryKnowsThatItWasSetAndNotToWhat() {
        assertEquals(204, change(agent, AgentDesk.PASSWORD, ANOTHER).status());
        var history = brand.admin().get(brand.configuration("changes?subject=USER&subjectId=" + agentId));
        var newest = history.body().getJsonArray("items").getValuesAs(JsonObject.class).get(0);
        assertEquals("agent", newest.getJsonObject("by").getString("loginName"));
        assertEquals(Body.of("password", "set anew"), newest.getJsonObject("after"));
        assertFalse(history.response().body().contains("harbour"));
    }

    @Test
    void aWrongCurrentOneIsRefusedAndCannotBeGuessed() {
        for (int i = 0; i < 10; i++) {
            var wrong = change(agent, "guess number " + i, ANOTHER);
            assertEquals(400, wrong.status());
            assertEquals("current", wrong.fields());
        }
        var refused = change(agent, AgentDesk.PASSWORD, ANOTHER);
        assertEquals(429, refused.status());
        assertTrue(refused.response().headers().firstValue("Retry-After").isPresent());
        logsIn("agent", AgentDesk.PASSWORD);
    }

    @Test
    void poorOnesAreRefusedWithTheField() {
        for (var poor : new String[] {"eleven char", "x".repeat(129), "password1234", AgentDesk.PASSWORD}) {
            var refused = change(agent, AgentDesk.PASSWORD, poor);
            assertEquals(400, refused.status(), poor);
            assertEquals("password", refused.fields(), poor);
        }
        assertEquals("current", agent.post(path(brand.account()), Body.of("password", ANOTHER)).fields());
        assertEquals("password", agent.post(path(brand.account()), Body.of("current", AgentDesk.PASSWORD)).fields());
        assertEquals("password", brand.admin().change(brand.configuration("le-users/users/") + agentId,
                Body.of("password", "qwertyuiop12")).fields(), "nor may an administrator set one");
        logsIn("agent", AgentDesk.PASSWORD);
    }

    @Test
    void itIsTheOneOfTheOwnAccount() {
        assertEquals(404, change(agent, "10000002", AgentDesk.PASSWORD, ANOTHER).status());
        assertEquals(404, change(brand.operator(), brand.account(), AgentDesk.PASSWORD, ANOTHER).status());
        logsIn("first", AgentDesk.PASSWORD);
    }

    private Administrator logsIn(String user, String password) {
        return Administrator.logIn(product.api(), brand.account(), user, password);
    }

    private Administrator.Answer change(Administrator who, String current, String password) {
        return change(who, brand.account(), current, password);
    }

    private static Administrator.Answer change(Administrator who, String account, String current, String password) {
        return who.post(path(account), Body.of("current", current, "password", password));
    }

    private static String path(String account) {
        return "/api/account/" + account + "/password";
    }
}
