package eyeline.whole.bounds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eyeline.whole.OnTheProduct;
import eyeline.whole.Product;
import eyeline.whole.wire.Scene;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** X5 for the HTTP doors. */
@OnTheProduct
class HttpBoundsTest {
    private static final String LOGIN = "/api/account/" + Scene.ACCOUNT + "/login?v=1.3";
    private final Product product;

    HttpBoundsTest(Product product) {
        this.product = product;
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() {
        var answer = product.api().post(LOGIN, "{\"username\":\"" + "a".repeat(100_000) + "\",\"password\":\"b\"}", Map.of());
        assertTrue(List.of(400, 413).contains(answer.statusCode()), "" + answer.statusCode());
    }

    @Test
    void deeplyNestedJsonIsRefused() {
        assertEquals(400, product.api().post(LOGIN, "{\"username\":" + "[".repeat(3000) + "]".repeat(3000) + "}", Map.of())
                .statusCode());
    }

    @Test
    void aWrongShapeIsRefusedWithoutAnExceptionsText() {
        for (var body : List.of("", "[]", "{\"username\":1,\"password\":true}", "{", "{\"username\":\"a\"}")) {
            var answer = product.api().post(LOGIN, body, Map.of());
            assertEquals(400, answer.statusCode(), body);
            assertFalse(answer.body().contains("Exception"), answer.body());
        }
    }

    @Test
    void nothingTellsWhatTheServerIsMadeOf() {
        var answer = product.api().get("/no/such/page");
        assertEquals(404, answer.statusCode());
        assertFalse(answer.headers().firstValue("X-Powered-By").isPresent());
        assertFalse((answer.headers().map() + answer.body()).matches("(?is).*(undertow|wildfly|jboss).*"), answer.body());
    }

    /**
     * From an address of its own, because the limit is one of an address and the other tests log in too; with attempts that are
     * cheap to refuse, because each counts.
     */
    @Test
    void tooManyLogInsOfOneAddressAreRefused() throws IOException {
        var statuses = new HashSet<String>();
        for (int i = 0; i < 120; i++) {
            statuses.add(attempt("{}"));
        }
        assertEquals(Set.of("400", "429"), statuses);
    }

    private String attempt(String body) throws IOException {
        try (var socket = product.trust().getSocketFactory().createSocket(InetAddress.getByName("127.0.0.1"), product.httpsPort(),
                InetAddress.getByName("127.0.0.77"), 0)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(("POST " + LOGIN + " HTTP/1.1\r\nHost: localhost:" + product.httpsPort()
                    + "\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                    .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII).substring(9);
        }
    }

    @Test
    void anotherSitesScriptMayNotReadOurAnswers() {
        var answer = product.api().get("/api/account/" + Scene.ACCOUNT + "/service/baseURI.json?version=1.0",
                Map.of("Origin", "https://evil.example"));
        assertFalse(answer.headers().firstValue("Access-Control-Allow-Origin").isPresent());
    }

    @Test
    void theBrandsSiteMay() {
        var answer = product.api().get("/api/account/" + Scene.ACCOUNT + "/service/baseURI.json?version=1.0",
                Map.of("Origin", product.shop()));
        assertEquals(product.shop(), answer.headers().firstValue("Access-Control-Allow-Origin").orElse(""));
    }
}
