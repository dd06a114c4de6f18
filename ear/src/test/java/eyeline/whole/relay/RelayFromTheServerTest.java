package eyeline.whole.relay;

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
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** R4: the server itself tests a TURN server, a real one. */
@OnTheProduct
class RelayFromTheServerTest {
    private final Product product;
    private final Brand brand;
    private final String test;

    RelayFromTheServerTest(Product product) {
        this.product = product;
        brand = new Brand(product);
        test = brand.configuration("calls/test-relay");
    }

    @Test
    void aGoodServerIsGoodOverAllThreeTransportsAndKeepsNoAllocation() throws IOException {
        try (var relay = Relay.on(product)) {
            assertEquals("UDP OK, TCP OK, TLS OK", outcomes(relay.server("turn:localhost:" + relay.port())));
            assertEquals("UDP OK", outcomes(relay.server(relay.udp())));
            assertEquals("TLS OK", outcomes(relay.server(relay.secondTls())));
            assertEquals("UDP OK", outcomes(Body.of("url", "stun:127.0.0.1:" + relay.port(), "credential", "NONE")));
            var answer = answer(relay.server(relay.tcp()));
            assertEquals(relay.port(), answer.getInt("port"));
            assertTrue(answer.getInt("milliseconds") < 5_000);
        }
    }

    @Test
    void aWrongSecretAndAnExpiredCredentialAreUnauthorized() throws IOException {
        try (var relay = Relay.on(product)) {
            var wrong = "UDP UNAUTHORIZED, TCP UNAUTHORIZED, TLS UNAUTHORIZED";
            assertEquals(wrong, outcomes(Relay.server("turn:localhost:" + relay.port(), "another secret")));
            assertEquals(wrong, outcomes(relay.expired("turn:localhost:" + relay.port())));
        }
    }

    @Test
    void whatIsNoTurnServerIsUnreachableAndNothingElseIsToldOfIt() throws IOException {
        assertEquals("UDP UNREACHABLE, TCP UNREACHABLE, TLS UNREACHABLE", outcomes(Relay.server("turn:127.0.0.1:" + Relay.freePort(), "s")));
        // Eyeline itself answers to TLS, and is no TURN server
        assertEquals("UDP UNREACHABLE, TCP UNREACHABLE, TLS UNREACHABLE", outcomes(Relay.server("turn:localhost:" + product.httpsPort(), "s")));
        assertEquals("TLS UNREACHABLE", outcomes(Relay.server("turns:nobody.invalid?transport=tcp", "s")));
        assertFalse(answer(Relay.server("turns:localhost:" + product.httpsPort() + "?transport=tcp", "s")).containsKey("milliseconds"));
    }

    @Test
    void aListenerThatSaysNothingIsGivenUpAfterFiveSeconds() throws IOException {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var before = System.nanoTime();
            assertEquals("UDP UNREACHABLE, TCP UNREACHABLE, TLS UNREACHABLE",
                    outcomes(Relay.server("turn:127.0.0.1:" + silent.getLocalPort(), "s")));
            var seconds = (System.nanoTime() - before) / 1e9;
            assertTrue(seconds > 4 && seconds < 8, "after " + seconds + " s");
        }
    }

    @Test
    void theSecretThatIsSavedNeedNotBeSent() throws IOException {
        try (var relay = Relay.on(product)) {
            var url = relay.udp();
            var nameless = Body.of("url", url, "credential", "SHARED_SECRET", "hasSecret", true);
            assertEquals("iceServer.secret", brand.admin().post(test, Body.of("iceServer", nameless)).fields());
            assertEquals(200, brand.admin().change(brand.configuration("calls"), Body.of("iceServers", List.of(relay.server(url)))).status());
            assertEquals("UDP OK", outcomes(nameless));
        }
    }

    @Test
    void onlyServersOfTheSettingsFormAreAskedAndNotOften() {
        for (var url : List.of("http://localhost/", "turn:", "turn:a b", "turn:a:99999", "file:///etc/passwd", "turn:x/../y")) {
            assertEquals("iceServer.url", brand.admin().post(test, Body.of("iceServer", Relay.server(url, "s"))).fields(), url);
        }
        assertEquals("iceServer", brand.admin().post(test, "{}").fields());
        assertEquals("iceServer.credential", brand.admin().post(test, Body.of("iceServer", Body.of("url", "turn:a", "credential", "NONE"))).fields());
        var hurried = new Brand(product).admin();
        var closed = Body.of("iceServer", Relay.server("turn:127.0.0.1:" + Relay.freePort() + "?transport=tcp", "s"));
        var path = test.replace(brand.account(), "10000001");
        assertEquals(404, hurried.post(path, closed).status(), "another account's");
        var admin = Administrator.logIn(product.api(), brand.account(), "first", AgentDesk.PASSWORD);
        int allowed = 0;
        while (admin.post(test, closed).status() == 200) {
            allowed++;
        }
        assertTrue(allowed >= 11 && allowed <= 14, allowed + " at once");
        assertEquals("TOO_MANY", admin.post(test, closed).reason());
    }

    private String outcomes(JsonObject server) {
        var answer = brand.admin().post(test, Body.of("iceServer", server));
        assertEquals(200, answer.status(), answer.response().body());
        return answer.body().getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .map(item -> item.getString("transport") + " " + item.getString("outcome")).collect(Collectors.joining(", "));
    }

    private JsonObject answer(JsonObject server) {
        return brand.admin().post(test, Body.of("iceServer", server)).body().getJsonArray("items").getJsonObject(0);
    }
}
