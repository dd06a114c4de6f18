package eyeline.whole.bounds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eyeline.whole.OnTheProduct;
import eyeline.whole.Product;
import eyeline.whole.wire.Scene;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** X1: plain HTTP leads readers of pages to HTTPS and refuses everything else. */
@OnTheProduct
class PlainHttpTest {
    private final Product product;
    private final HttpClient client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    PlainHttpTest(Product product) {
        this.product = product;
    }

    @Test
    void aPageIsRedirectedToItsHttpsAddress() throws Exception {
        var answer = send(request("/agent/?a=1").GET());
        assertTrue(answer.statusCode() == 301 || answer.statusCode() == 302 || answer.statusCode() == 308, "" + answer.statusCode());
        assertEquals(product.origin() + "/agent/?a=1", answer.headers().firstValue("Location").orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/account/" + Scene.ACCOUNT + "/service/baseURI.json?version=1.0",
        "/ws_api/account/" + Scene.ACCOUNT + "/messaging/consumer?v=3"})
    void anApiIsRefusedAndNotRedirected(String path) throws Exception {
        var answer = send(request(path).GET());
        assertEquals(403, answer.statusCode());
        assertFalse(answer.headers().firstValue("Location").isPresent());
    }

    @Test
    void aLogInOverPlainHttpIsRefused() throws Exception {
        var answer = send(request("/api/account/" + Scene.ACCOUNT + "/login?v=1.3")
                .POST(HttpRequest.BodyPublishers.ofString("{\"username\":\"agent1\",\"password\":\"x\"}")));
        assertEquals(403, answer.statusCode());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + product.plainPort() + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
