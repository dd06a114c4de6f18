package eyeline.whole.settings;

import static eyeline.whole.wire.Scene.VIDEO;
import static eyeline.whole.wire.Scene.ok;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eyeline.whole.OnTheProduct;
import eyeline.whole.Product;
import eyeline.whole.wire.AgentDesk;
import eyeline.whole.wire.Body;
import eyeline.whole.wire.Brand;
import eyeline.whole.wire.Desk;
import eyeline.whole.wire.Scene;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** An account's STUN and TURN servers, their credentials, and a call that goes over a relay alone, on both sides' sockets. */
@OnTheProduct
class RelayInCallTest {
    private static final String SECRET = "the secret of the relay";
    private static final String TURN = "turns:turn.example.org:5349?transport=tcp";
    private static final String HOST = "candidate:1 1 udp 2122260223 192.0.2.7 54321 typ host";
    private static final String REFLEXIVE = "candidate:2 1 udp 1686052607 198.51.100.7 54321 typ srflx raddr 192.0.2.7 rport 54321";
    private static final String RELAYED = "candidate:3 1 udp 41885439 203.0.113.9 50000 typ relay raddr 198.51.100.7 rport 54321";
    private static final String SDP = String.join("\r\n", "v=0", "o=- 1 1 IN IP4 127.0.0.1", "s=-", "t=0 0",
            "m=audio 54321 UDP/TLS/RTP/SAVPF 111", "c=IN IP4 192.0.2.7", "a=rtcp:54321 IN IP4 192.0.2.7", "a=" + HOST, "a=" + REFLEXIVE,
            "a=" + RELAYED, "a=mid:0", "");

    private final Product product;
    private final Brand brand;

    RelayInCallTest(Product product) {
        this.product = product;
        brand = new Brand(product);
        brand.user("agent", "AGENT");
        brand.user("manager", "AGENT_MANAGER");
    }

    private void set(Object... namesAndValues) {
        Brand.made(brand.admin().change(brand.configuration("calls"), Body.of(namesAndValues)));
    }

    private void relayed(boolean only) {
        set("relayOnly", only, "credentialSeconds", 120, "iceServers", List.of(
                Body.of("url", TURN, "credential", "SHARED_SECRET", "secret", SECRET),
                Body.of("url", "turn:fixed.example.org", "credential", "FIXED", "username", "eyeline", "secret", "the fixed password"),
                Body.of("url", "stun:stun.example.org:3478", "credential", "NONE")));
    }

    @Test
    void theServerDropsEveryCandidateThatIsNoRelaysBothWays() {
        relayed(true);
        try (var scene = Scene.in(product, brand, "agent")) {
            var call = scene.accepted(VIDEO);
            dropped(call, scene.agent(), scene.tab(), "offer");
            dropped(call, scene.tab(), scene.agent(), "answer");
        }
    }

    private static void dropped(String call, Desk from, Desk to, String type) {
        assertTrue(from.call(call, "ACCEPTED").getJsonObject("connection").getBoolean("relayOnly"));
        ok(from.describes(call, 1, type, SDP));
        ok(from.offersCandidate(call, 2, HOST));
        ok(from.offersCandidate(call, 3, REFLEXIVE));
        ok(from.offersCandidate(call, 4, RELAYED));
        ok(from.offersCandidate(call, 5, HOST.replace("host", "HOST") + " generation 0 typ relay"));
        ok(from.offersCandidate(call, 6, ""));
        to.wire().notification("call.SignalNotification", b -> b.getInt("seq") == 6);
        var heard = to.wire().notifications("call.SignalNotification");
        assertEquals(List.of(1, 4, 6), heard.stream().map(signal -> signal.getInt("seq")).toList());
        var sdp = heard.get(0).getJsonObject("signal").getJsonObject("description").getString("sdp");
        assertTrue(sdp.contains("203.0.113.9 50000 typ relay") && sdp.contains("a=mid:0"), sdp);
        assertEquals(1, sdp.lines().filter(line -> line.startsWith("a=candidate")).count(), sdp);
        for (var own : List.of("192.0.2.7", "198.51.100.7")) {
            assertFalse(heard.toString().contains(own), heard.toString());
        }
    }

    @Test
    void withoutThatSettingEveryCandidatePasses() {
        relayed(false);
        try (var scene = Scene.in(product, brand, "agent")) {
            var call = scene.accepted(VIDEO);
            ok(scene.agent().describes(call, 1, "offer", SDP));
            ok(scene.agent().offersCandidate(call, 2, HOST));
            scene.tab().wire().notification("call.SignalNotification", b -> b.getInt("seq") == 2);
            assertTrue(scene.tab().wire().notifications("call.SignalNotification").toString().contains("192.0.2.7"));
        }
    }

    @Test
    void aCredentialIsMadeForEachParticipantOfAnAcceptedCallAndLivesAsLongAsItIsSet() throws GeneralSecurityException {
        relayed(false);
        try (var scene = Scene.in(product, brand, "agent")) {
            var call = scene.accepted(VIDEO);
            var agents = servers(scene.agent(), call);
            var consumers = servers(scene.tab(), call);
            for (var servers : List.of(agents, consumers)) {
                assertEquals(TURN, servers.get(0).getString("urls"));
                var username = servers.get(0).getString("username");
                var left = Long.parseLong(username.split(":")[0]) - Instant.now().getEpochSecond();
                assertTrue(left > 120 - 15 && left <= 120, "it lives for another " + left + " s");
                assertEquals(hmac(username), servers.get(0).getString("credential"));
                assertEquals("{\"urls\":\"turn:fixed.example.org\",\"username\":\"eyeline\",\"credential\":\"the fixed password\"}",
                        servers.get(1).toString());
                assertEquals("{\"urls\":\"stun:stun.example.org:3478\"}", servers.get(2).toString());
            }
            assertNotEquals(id(agents), id(consumers));
            assertFalse(id(consumers).contains(scene.consumer().id()) || id(agents).contains(scene.agent().logIn().pid()), "it tells nobody who");
            ok(scene.agent().ends(call));
            assertEquals(id(agents), id(servers(scene.agent(), scene.accepted(VIDEO))), "the relay counts by it");
        }
    }

    private static String id(List<JsonObject> servers) {
        return servers.get(0).getString("username").split(":")[1];
    }

    private static List<JsonObject> servers(Desk desk, String call) {
        return desk.call(call, "ACCEPTED").getJsonObject("connection").getJsonArray("iceServers").getValuesAs(JsonObject.class);
    }

    private static String hmac(String text) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
        return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void nobodyIsToldAServerBeforeTheAcceptAndNobodyElseAfterIt() {
        relayed(true);
        try (var scene = Scene.in(product, brand, "agent"); var other = scene.consumer().opensTab();
                var manager = AgentDesk.connects(product.api(), brand.account(), AgentDesk.logsIn(product.api(), brand.account(), "manager"))) {
            manager.wire().expect("cqm.SubscribeExConversations", Body.of("convState", List.of("OPEN")));
            manager.wire().expect("call.Subscribe", Body.of());
            var declined = scene.rings(VIDEO);
            ok(scene.tab().declines(declined));
            scene.agent().call(declined, "ENDED");
            var call = scene.rings(VIDEO);
            for (var desk : List.of(scene.agent(), scene.tab(), other, manager)) {
                assertFalse(desk.wire().heardUntilNow().toString().contains("example.org"), "told before the accept");
            }
            ok(scene.tab().accepts(call, VIDEO));
            ok(scene.agent().joins(call));
            ok(scene.tab().joins(call));
            other.call(call, "ACTIVE");
            scene.tab().call(call, "ACTIVE");
            for (var desk : List.of(other, manager)) {
                assertFalse(desk.wire().heardUntilNow().toString().contains("example.org"), "told somebody who has no part in it");
            }
            ok(scene.tab().ends(call));
            assertFalse(scene.tab().call(call, "ENDED").containsKey("connection"));
        }
    }
}
