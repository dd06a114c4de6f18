package eyeline.whole.bounds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eyeline.whole.OnTheProduct;
import eyeline.whole.Product;
import eyeline.whole.relay.Relay;
import eyeline.whole.relay.TurnRest;
import eyeline.whole.wire.AgentDesk;
import eyeline.whole.wire.Body;
import eyeline.whole.wire.Brand;
import eyeline.whole.wire.Consumer;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the check before a call gives, to whom, and how much of it (R5, X5). */
@OnTheProduct
class CheckBoundsTest {
    private static final String SECRET = "a secret of the relay";
    private final Product product;
    private final Brand brand;
    private final String agent;
    private final String consumer;

    CheckBoundsTest(Product product) {
        this.product = product;
        brand = new Brand(product);
        brand.user("agent", "AGENT");
        assertEquals(200, brand.admin().change(brand.configuration("calls"), Body.of("anonymousSignUp", true, "iceServers", List.of(
                Relay.server("turn:relay.example", SECRET),
                Body.of("url", "turn:fixed.example", "credential", "FIXED", "username", "somebody", "secret", "for ever")))).status());
        agent = AgentDesk.logsIn(product.api(), brand.account(), "agent").bearer();
        try (var one = Consumer.signsUp(product.api(), brand.account())) {
            consumer = one.token();
        }
    }

    @Test
    void onlyWhoIsKnownToThisAccountIsAnswered() {
        var other = new Brand(product);
        for (var path : List.of("servers", "download?bytes=10")) {
            for (var shown : List.of("", "Bearer ", "Bearer nonsense", "Bearer " + "x".repeat(5000), "Basic " + agent)) {
                assertEquals(401, product.api().get(path(brand, path), Map.of("Authorization", shown)).statusCode(), path + " " + shown);
            }
            for (var shown : List.of(agent, consumer)) {
                assertEquals(200, get(brand, path, shown).statusCode());
                assertEquals(401, get(other, path, shown).statusCode(), "another account's");
            }
        }
        assertEquals(401, upload("nonsense", 10).statusCode());
        assertEquals(401, get(brand, "servers", AgentDesk.logsIn(product.api(), brand.account(), "first").bearer()).statusCode(), "no agent");
    }

    @Test
    void credentialsLastTwoMinutesAndAPasswordThatLastsIsForAgentsAlone() {
        var before = System.currentTimeMillis() / 1000;
        var answer = get(brand, "servers", consumer);
        assertEquals("no-store", answer.headers().firstValue("Cache-Control").orElse(""));
        var told = Body.parse(answer.body());
        assertTrue(told.getBoolean("withheld"));
        assertFalse(answer.body().contains("for ever") || answer.body().contains(SECRET), answer.body());
        var servers = told.getJsonArray("iceServers").getValuesAs(JsonObject.class);
        assertEquals(List.of("turn:relay.example"), servers.stream().map(s -> s.getString("urls")).toList());
        var username = servers.get(0).getString("username");
        var life = Long.parseLong(username.split(":")[0]) - before;
        assertTrue(life >= 119 && life <= 130, life + " s");
        assertEquals(TurnRest.password(SECRET, username), servers.get(0).getString("credential"));

        var agents = Body.parse(get(brand, "servers", agent).body());
        assertFalse(agents.getBoolean("withheld"));
        assertEquals(2, agents.getJsonArray("iceServers").size());
    }

    @Test
    void bytesAreBoundedBothWaysAndCannotBeMadeSmaller() throws Exception {
        for (var bytes : List.of("", "?bytes=", "?bytes=0", "?bytes=-1", "?bytes=4194305", "?bytes=99999999999", "?bytes=1.5", "?bytes=a")) {
            assertEquals(400, get(brand, "download" + bytes, agent).statusCode(), bytes);
        }
        var answer = product.api().client().send(product.api().request(path(brand, "download?bytes=4194304"))
                .header("Authorization", "Bearer " + agent).header("Accept-Encoding", "gzip").build(), HttpResponse.BodyHandlers.ofByteArray());
        assertEquals(4_194_304, answer.body().length);
        assertEquals("no-store, no-transform", answer.headers().firstValue("Cache-Control").orElse(""));
        assertTrue(answer.headers().firstValue("Content-Encoding").isEmpty());

        assertEquals(204, upload(agent, 100 * 1024).statusCode());
        assertEquals(204, upload(consumer, 0).statusCode());
        assertTrue(refusesAtLeast(132 * 1024), "more than a piece");
    }

    /** The listener may close instead of answering what is far too much. */
    private boolean refusesAtLeast(int bytes) {
        try {
            return upload(agent, bytes).statusCode() == 413;
        } catch (java.io.UncheckedIOException closed) {
            return true;
        }
    }

    /** From an address of its own: the limit is one of an address. */
    @Test
    void anAddressMayNotCheckForEver() throws IOException {
        var statuses = new HashSet<String>();
        for (int i = 0; i < 80; i++) {
            statuses.add(attempt());
        }
        assertEquals(Set.of("200", "429"), statuses);
    }

    private String attempt() throws IOException {
        try (var socket = product.trust().getSocketFactory().createSocket(InetAddress.getByName("127.0.0.1"), product.httpsPort(),
                InetAddress.getByName("127.0.0.78"), 0)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(("GET " + path(brand, "servers") + " HTTP/1.1\r\nHost: localhost:" + product.httpsPort()
                    + "\r\nAuthorization: Bearer " + agent + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII).substring(9);
        }
    }

    @Test
    void noOtherWebsitesPageMayCheckEvenTheBrandsOwn() {
        for (var origin : List.of("https://evil.example", product.shop())) {
            var answer = product.api().get(path(brand, "servers"), Map.of("Authorization", "Bearer " + consumer, "Origin", origin));
            assertEquals(403, answer.statusCode(), origin);
            assertFalse(answer.headers().firstValue("Access-Control-Allow-Origin").isPresent());
        }
    }

    private static String path(Brand of, String what) {
        return "/api/account/" + of.account() + "/check/" + what;
    }

    private HttpResponse<String> get(Brand of, String what, String shown) {
        return product.api().get(path(of, what), Map.of("Authorization", "Bearer " + shown));
    }

    private HttpResponse<String> upload(String shown, int bytes) {
        return product.api().send(product.api().request(path(brand, "upload")).header("Authorization", "Bearer " + shown)
                .header("Content-Type", "application/octet-stream").POST(HttpRequest.BodyPublishers.ofByteArray(new byte[bytes])).build());
    }
}
