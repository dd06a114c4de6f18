package eyeline.whole.wire;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLContext;

/** Eyeline's HTTP doors and the way to its sockets, for clients that trust the installation's own authority and nothing else. */
public final class Api {
    private final URI base;
    private final URI origin;
    private final HttpClient client;

    /** {@code base}: without a slash at the end. */
    public Api(URI base, SSLContext trust) {
        this.base = base;
        origin = URI.create(base.getScheme() + "://" + base.getAuthority());
        client = HttpClient.newBuilder().sslContext(trust).version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(10)).build();
    }

    public URI origin() {
        return origin;
    }

    public HttpClient client() {
        return client;
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET().build());
    }

    public HttpResponse<String> get(String path, Map<String, String> headers) {
        var request = request(path).GET();
        headers.forEach(request::header);
        return send(request.build());
    }

    /** Posts JSON, or nothing at all for null. */
    public HttpResponse<String> post(String path, JsonObject body) {
        return post(path, body == null ? null : body.toString(), Map.of());
    }

    public HttpResponse<String> post(String path, String body, Map<String, String> headers) {
        var request = request(path);
        if (body == null) {
            request.POST(HttpRequest.BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body));
        }
        headers.forEach(request::header);
        return send(request.build());
    }

    public HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(request.method() + " " + request.uri(), e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(30));
    }

    public URI consumerSocket(String account) {
        return socket("/ws_api/account/" + account + "/messaging/consumer?v=3");
    }

    public URI agentSocket(String account, String bearer) {
        return socket("/ws_api/account/" + account + "/messaging/brand/" + bearer + "?v=3");
    }

    private URI socket(String path) {
        return URI.create("wss://" + base.getAuthority() + base.getPath() + path);
    }
}
