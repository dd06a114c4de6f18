package eyeline.whole.settings;

import static eyeline.whole.wire.Scene.VIDEO;
import static eyeline.whole.wire.Scene.VOICE;
import static eyeline.whole.wire.Scene.ok;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eyeline.whole.OnTheProduct;
import eyeline.whole.Product;
import eyeline.whole.wire.Body;
import eyeline.whole.wire.Brand;
import eyeline.whole.wire.Consumer;
import eyeline.whole.wire.Scene;
import eyeline.whole.wire.Wire;
import jakarta.json.JsonObject;
import java.net.http.WebSocketHandshakeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** S: what an administrator sets works in the next call, without a restart, seen on both sides' sockets. */
@OnTheProduct
class SettingsInCallTest {
    private static final String SHOP = "https://shop.example.org";

    private final Product product;
    private final Brand brand;

    SettingsInCallTest(Product product) {
        this.product = product;
        brand = new Brand(product);
        brand.user("agent", "AGENT");
    }

    private void set(Object... namesAndValues) {
        Brand.made(brand.admin().change(brand.configuration("calls"), Body.of(namesAndValues)));
    }

    private static String reason(JsonObject answer) {
        return answer.getInt("code") + " " + answer.getJsonObject("body").getString("reason", "");
    }

    @Test
    void voiceAndVideoAreSwitchedOffEachForItself() {
        try (var scene = Scene.in(product, brand, "agent")) {
            for (var off : List.of(VOICE, VIDEO)) {
                var on = off.equals(VOICE) ? VIDEO : VOICE;
                set("voice", off.equals(VIDEO), "video", off.equals(VOICE));
                assertEquals("403 SWITCHED_OFF", reason(scene.agent().invites(scene.conversation(), off)));
                ok(scene.agent().cancels(scene.rings(on)));
            }
        }
    }

    @Test
    void aModeThatIsSwitchedOffWhileItRingsCannotBeAcceptedAnyMore() {
        try (var scene = Scene.in(product, brand, "agent")) {
            var call = scene.rings(VIDEO);
            set("video", false);
            assertTrue(List.of("403 SWITCHED_OFF", "409 WRONG_STATE").contains(reason(scene.tab().accepts(call, VOICE))));
            assertEquals("PERMISSION_REVOKED", scene.agent().call(call, "ENDED").getString("cause"));
            assertEquals("PERMISSION_REVOKED", scene.tab().call(call, "ENDED").getString("cause"));
        }
    }

    @Test
    void eachSidesCameraStartsAsItIsSet() {
        try (var scene = Scene.in(product, brand, "agent")) {
            for (var agentOff : List.of(true, false)) {
                set("agentCameraOff", agentOff, "consumerCameraOff", !agentOff);
                var call = scene.accepted(VIDEO);
                assertEquals(agentOff, scene.agent().call(call, "ACCEPTED").getBoolean("cameraOffAtStart"));
                assertEquals(!agentOff, scene.tab().call(call, "ACCEPTED").getBoolean("cameraOffAtStart"));
                ok(scene.agent().ends(call));
            }
        }
    }

    @Test
    void bothSidesAreToldTheBitrates() {
        set("bitrateKbps", 1234, "voiceBitrateKbps", 48);
        try (var scene = Scene.in(product, brand, "agent")) {
            var call = scene.accepted(VIDEO);
            for (var desk : List.of(scene.agent(), scene.tab())) {
                var connection = desk.call(call, "ACCEPTED").getJsonObject("connection");
                assertEquals(1234, connection.getInt("bitrateKbps"));
                assertEquals(48, connection.getInt("voiceBitrateKbps"));
                assertFalse(connection.getBoolean("relayOnly"));
                assertTrue(connection.getJsonArray("iceServers").isEmpty(), "no public server is a default");
            }
        }
    }

    @Test
    void anInvitationLivesAsLongAsItIsSet() {
        set("invitationSeconds", 5);
        try (var scene = Scene.in(product, brand, "agent")) {
            var call = scene.rings(VOICE);
            var began = Instant.now();
            var invited = scene.tab().call(call, "INVITED");
            assertEquals(5000, invited.getJsonNumber("expiresAt").longValue() - invited.getJsonNumber("invitedAt").longValue());
            assertEquals("EXPIRED", scene.tab().call(call, "ENDED").getString("cause"));
            assertTrue(Instant.now().isAfter(began.plusSeconds(4)), "it rang for less than 4 s");
        }
    }

    @Test
    void anAgentHasAsManyCallsAsAreSet() {
        try (var first = Scene.in(product, brand, "agent"); var second = Scene.in(product, brand, "agent");
                var third = Scene.in(product, brand, "agent")) {
            first.rings(VOICE);
            assertEquals("409 AGENT_BUSY", reason(second.agent().invites(second.conversation(), VOICE)));
            set("callsPerAgent", 2);
            second.rings(VOICE);
            assertEquals("409 AGENT_BUSY", reason(third.agent().invites(third.conversation(), VOICE)));
        }
    }

    @Test
    void aConsumerAsksForACallWhereThatIsWanted() {
        try (var scene = Scene.in(product, brand, "agent")) {
            var wish = Body.of("conversationId", scene.conversation(), "mode", VIDEO);
            assertEquals("403 SWITCHED_OFF", reason(scene.tab().wire().ask("call.Ask", wish)));
            set("consumerMayAsk", true);
            ok(scene.tab().wire().ask("call.Ask", wish));
            var line = scene.agent().event(e -> e.containsKey("metadata") && e.get("metadata").toString().contains("CallWish"));
            assertEquals("CONTROLLER", line.getJsonObject("originatorMetadata").getString("role"));
            assertEquals("429 TOO_MANY", reason(scene.tab().wire().ask("call.Ask", wish)));
            set("video", false);
            assertEquals("403 SWITCHED_OFF", reason(scene.tab().wire().ask("call.Ask", wish)));
        }
    }

    @Test
    void onlyTheAccountsOriginsOpenASocketAndReadAnswers() {
        var discovery = "/api/account/" + brand.account() + "/service/baseURI.json?version=1.0";
        for (var round = 0; round < 2; round++) {
            assertEquals(403, handshake());
            assertFalse(product.api().get(discovery, Map.of("Origin", SHOP)).headers().firstValue("Access-Control-Allow-Origin").isPresent());
            set("origins", List.of(SHOP));
            assertEquals(101, handshake());
            assertEquals(SHOP, product.api().get(discovery, Map.of("Origin", SHOP)).headers().firstValue("Access-Control-Allow-Origin").orElse(""));
            set("origins", List.of());
        }
    }

    private int handshake() {
        try {
            Wire.open(product.api().client(), product.api().consumerSocket(brand.account()), Map.of("Origin", SHOP)).close();
            return 101;
        } catch (CompletionException refused) {
            return ((WebSocketHandshakeException) refused.getCause()).getResponse().statusCode();
        }
    }

    @Test
    void theDemonstrationsSignUpIsSwitchedOff() {
        set("anonymousSignUp", false);
        var refused = assertThrows(AssertionError.class, () -> Consumer.signsUp(product.api(), brand.account()));
        assertTrue(refused.getMessage().contains("403"), refused.getMessage());
        set("anonymousSignUp", true);
        Consumer.signsUp(product.api(), brand.account()).close();
    }

    /** The whole of what is told of a call, before and after everything was set anew: the running call is as it was at the invitation. */
    @Test
    void aChangeHoldsForTheNextCallAndNotForTheRunningOne() {
        set("bitrateKbps", 1000, "iceServers", List.of(Body.of("url", "stun:one.example.org", "credential", "NONE")));
        try (var scene = Scene.in(product, brand, "agent")) {
            var call = scene.accepted(VIDEO);
            var before = scene.tab().call(call, "ACCEPTED").getJsonObject("connection");
            set("bitrateKbps", 2000, "agentCameraOff", true, "consumerCameraOff", true, "relayOnly", true, "iceServers",
                    List.of(Body.of("url", "turn:two.example.org", "credential", "FIXED", "username", "u", "secret", "s")));
            ok(scene.agent().joins(call));
            ok(scene.tab().joins(call));
            for (var desk : List.of(scene.agent(), scene.tab())) {
                var active = desk.call(call, "ACTIVE");
                assertEquals(before, active.getJsonObject("connection"));
                assertFalse(active.getBoolean("cameraOffAtStart"));
            }
            ok(scene.agent().offersCandidate(call, 1, "candidate:1 1 udp 1 192.0.2.7 9 typ host"));
            scene.tab().wire().notification("call.SignalNotification", b -> b.getInt("seq") == 1);
            ok(scene.agent().ends(call));
            var next = scene.accepted(VIDEO);
            var told = scene.tab().call(next, "ACCEPTED");
            assertTrue(told.getBoolean("cameraOffAtStart"));
            assertTrue(told.getJsonObject("connection").getBoolean("relayOnly"));
            assertEquals("turn:two.example.org", told.getJsonObject("connection").getJsonArray("iceServers").getJsonObject(0).getString("urls"));
        }
    }
}
