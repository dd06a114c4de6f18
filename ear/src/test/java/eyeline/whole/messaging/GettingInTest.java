package eyeline.whole.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eyeline.whole.OnTheProduct;
import eyeline.whole.Product;
import eyeline.whole.wire.AgentDesk;
import eyeline.whole.wire.Body;
import eyeline.whole.wire.Consumer;
import eyeline.whole.wire.Scene;
import eyeline.whole.wire.Wire;
import jakarta.json.JsonObject;
import java.net.http.WebSocketHandshakeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Discovery, tokens, log-in and the first frames of a socket (docs of the documented API, sections 1 and 2). */
@OnTheProduct
class GettingInTest {
    private static final String ACCOUNT = Scene.ACCOUNT;
    private final Product product;

    GettingInTest(Product product) {
        this.product = product;
    }

    @Test
    void discoveryListsEveryServiceAsABareHostAndPort() {
        var body = Body.parse(product.api().get("/api/account/" + ACCOUNT + "/service/baseURI.json?version=1.0").body());
        var entries = body.getJsonArray("baseURIs").getValuesAs(JsonObject.class);
        var services = entries.stream().map(e -> e.getString("service")).collect(Collectors.toSet());
        assertTrue(services.containsAll(Set.of("asyncMessagingEnt", "idp", "agentVep", "facadeMsg")), services.toString());
        for (var entry : entries) {
            assertEquals(product.api().origin().getAuthority(), entry.getString("baseURI"));
            assertEquals(ACCOUNT, entry.getString("account"));
        }
    }

    @Test
    void discoveryOfOneServiceIsOneEntry() {
        var body = Body.parse(
                product.api().get("/api/account/" + ACCOUNT + "/service/asyncMessagingEnt/baseURI.json?version=1.0").body());
        assertEquals("asyncMessagingEnt", body.getString("service"));
        assertEquals(product.api().origin().getAuthority(), body.getString("baseURI"));
    }

    @Test
    void discoveryOfAnUnknownAccountIsAnError() {
        assertEquals(404, product.api().get("/api/account/99999999/service/baseURI.json?version=1.0").statusCode());
    }

    @Test
    void aSignedUpConsumersTokenIsReadableByABrowserAndLivesForHours() {
        var consumer = Consumer.signsUp(product.api(), ACCOUNT);
        var header = new String(java.util.Base64.getUrlDecoder().decode(consumer.token().split("\\.")[0]));
        assertEquals("RS256", Body.parse(header).getString("alg"));
        assertFalse(consumer.token().split("\\.")[1].matches(".*[-_].*"), "atob of a browser cannot read this payload");
        assertEquals("acc:" + ACCOUNT, consumer.claims().getString("aud"));
        var life = consumer.claims().getJsonNumber("exp").longValue() - consumer.claims().getJsonNumber("iat").longValue();
        assertTrue(life >= 3600 && life <= 24 * 3600, life + " s");
    }

    @Test
    void anAnonymousIdentityIsProlongedAsTheSamePersonAndGivesASocketToken() {
        var first = Body.parse(post("/anonymous/authorize", null)).getString("token");
        var again = Body.parse(post("/anonymous/authorize", Body.of("id_token", first))).getString("token");
        assertEquals(subject(first), subject(again));
        var token = Body.parse(post("/app/web/authenticate?v=3.0", Body.of("id_token", again))).getString("token");
        assertEquals(subject(first), subject(token));
        try (var wire = Consumer.signsUp(product.api(), ACCOUNT).socket()) {
            assertEquals(200, wire.ask("InitConnection", null, Map.of("headers", Consumer.greeting(token))).getInt("code"));
        }
    }

    private String post(String path, JsonObject body) {
        var answer = product.api().post("/api/account/" + ACCOUNT + path, body);
        assertEquals(200, answer.statusCode(), answer.body());
        return answer.body();
    }

    private static String subject(String token) {
        return Body.parse(new String(java.util.Base64.getUrlDecoder().decode(token.split("\\.")[1]))).getString("sub");
    }

    @Test
    void aTokenInTheHeaderOpensAnAuthenticatedSocket() {
        var consumer = Consumer.signsUp(product.api(), ACCOUNT);
        try (var wire = Wire.open(product.api().client(), product.api().consumerSocket(ACCOUNT),
                Map.of("Authorization", "jwt " + consumer.token()))) {
            wire.expect("cqm.SubscribeExConversations", Body.of("convState", List.of("OPEN")));
        }
    }

    @Test
    void theClockIsToldBeforeAnybodySaidWhoHeIs() {
        try (var wire = Consumer.signsUp(product.api(), ACCOUNT).socket()) {
            var time = wire.expect("GetClock", null).getJsonNumber("currentTime").longValue();
            assertTrue(Math.abs(time - Instant.now().toEpochMilli()) < 5000);
        }
    }

    @Test
    void requestsMayFollowTheGreetingWithoutWaitingForItsAnswer() {
        var consumer = Consumer.signsUp(product.api(), ACCOUNT);
        try (var wire = consumer.socket()) {
            wire.text(Body.of("kind", "req", "id", "0", "type", "InitConnection",
                    "headers", Consumer.greeting(consumer.token(), "CO_BROWSE")).toString());
            wire.text("{\"kind\":\"req\",\"id\":\"1\",\"type\":\"cqm.SubscribeExConversations\",\"body\":{\"convState\":[\"OPEN\"]}}");
            assertEquals(200, wire.answer("1").getInt("code"));
            assertEquals(200, wire.answer("0").getInt("code"));
        }
    }

    @Test
    void aRequestBeforeTheGreetingIsAnsweredWith401AndTheSocketStays() {
        var consumer = Consumer.signsUp(product.api(), ACCOUNT);
        try (var wire = consumer.socket()) {
            assertEquals(401, wire.ask("cqm.SubscribeExConversations", Body.of()).getInt("code"));
            assertEquals(200, wire.ask("InitConnection", null, Map.of("headers", Consumer.greeting(consumer.token()))).getInt("code"));
        }
    }

    @Test
    void aNumericIdIsAnsweredAsAText() {
        try (var wire = Consumer.signsUp(product.api(), ACCOUNT).socket()) {
            wire.text("{\"kind\":\"req\",\"id\":105,\"type\":\"GetClock\"}");
            assertEquals(200, wire.answer("105").getInt("code"));
        }
    }

    @Test
    void aFrameWithoutKindIsARequest() {
        try (var wire = Consumer.signsUp(product.api(), ACCOUNT).socket()) {
            wire.text("{\"id\":\"7\",\"type\":\"GetClock\"}");
            assertEquals(200, wire.answer("7").getInt("code"));
        }
    }

    @Test
    void aBadTokenIsRefusedAndTheSocketClosedWith4401() {
        try (var wire = Consumer.signsUp(product.api(), ACCOUNT).socket()) {
            assertEquals(401, wire.ask("InitConnection", null, Map.of("headers", Consumer.greeting("a.b.c"))).getInt("code"));
            var closed = wire.closed();
            assertEquals(4401, closed.code());
            assertTrue(closed.reason().contains("Identity token is invalid"), closed.reason());
        }
    }

    @Test
    void anotherAccountsTokenIsRefused() {
        var stranger = Consumer.signsUp(product.api(), "10000002");
        try (var wire = Consumer.signsUp(product.api(), ACCOUNT).socket()) {
            assertEquals(401, wire.ask("InitConnection", null, Map.of("headers", Consumer.greeting(stranger.token()))).getInt("code"));
            assertEquals(4401, wire.closed().code());
        }
    }

    @Test
    void aSocketThatNeverSaysWhoItIsIsClosedWith4401() {
        try (var wire = Consumer.signsUp(product.api(), ACCOUNT).socket()) {
            assertEquals(4401, wire.closed().code());
        }
    }

    @Test
    void aLogInTellsAllThatAnAgentsClientNeeds() {
        var answer = product.api().post("/api/account/" + ACCOUNT + "/login?v=1.3",
                Body.of("username", "agent1", "password", AgentDesk.PASSWORD));
        var body = Body.parse(answer.body());
        assertEquals(200, answer.statusCode());
        assertFalse(body.getString("bearer").isBlank());
        assertFalse(body.getString("csrf").isBlank());
        assertFalse(body.getJsonObject("config").getString("userId").isBlank());
        assertFalse(body.getJsonObject("config").getString("userPid").isBlank());
    }

    @Test
    void aWrongPasswordAndAnUnknownUserGetTheSameAnswer() {
        var wrong = product.api().post("/api/account/" + ACCOUNT + "/login?v=1.3", Body.of("username", "agent1", "password", "no"));
        var unknown = product.api().post("/api/account/" + ACCOUNT + "/login?v=1.3", Body.of("username", "nobody", "password", "no"));
        assertEquals(401, wrong.statusCode());
        assertEquals(401, unknown.statusCode());
        assertEquals(wrong.body(), unknown.body());
    }

    @Test
    void anAgentOfAnotherAccountCannotLogInHere() {
        assertEquals(401, product.api().post("/api/account/" + ACCOUNT + "/login?v=1.3",
                Body.of("username", "agent3", "password", AgentDesk.PASSWORD)).statusCode());
    }

    @Test
    void aBadBearerFailsTheUpgradeWith401() {
        var refused = assertThrows(CompletionException.class, () -> Wire.open(product.api().client(),
                product.api().agentSocket(ACCOUNT, "no-such-bearer"), Map.of("Origin", product.origin())));
        assertEquals(401, ((WebSocketHandshakeException) refused.getCause()).getResponse().statusCode());
    }

    @Test
    void aBearerOfAnotherAccountFailsTheUpgradeWith401() {
        var stranger = AgentDesk.logsIn(product.api(), "10000002", "agent3");
        var refused = assertThrows(CompletionException.class, () -> Wire.open(product.api().client(),
                product.api().agentSocket(ACCOUNT, stranger.bearer()), Map.of("Origin", product.origin())));
        assertEquals(401, ((WebSocketHandshakeException) refused.getCause()).getResponse().statusCode());
    }

    @Test
    @SuppressWarnings("try") // the desk only has to be open
    void theBearerIsInNoLog() throws Exception {
        var logIn = AgentDesk.logsIn(product.api(), ACCOUNT, "agent1");
        try (var desk = AgentDesk.opens(product.api(), ACCOUNT, logIn); var files = java.nio.file.Files.walk(product.logFolder())) {
            for (var file : files.filter(java.nio.file.Files::isRegularFile).toList()) {
                assertFalse(java.nio.file.Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1).contains(logIn.bearer()),
                        file.toString());
            }
        }
    }
}
