package eyeline.operator.verify;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.ssl.SSLContext;

/** Requests as a browser makes them: no redirect is followed, because none is due; of a body no more is read than a page has. */
final class Asking {
    static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LARGEST_BODY = 1024 * 1024;

    /** An answer with its body. */
    record Read(HttpResponse<InputStream> answer, String body) {
        int statusCode() {
            return answer.statusCode();
        }

        HttpHeaders headers() {
            return answer.headers();
        }
    }

    private final Address address;
    private final HttpClient client;

    Asking(Address address, SSLContext trust) {
        this.address = address;
        client = HttpClient.newBuilder().sslContext(trust).connectTimeout(PATIENCE).build();
    }

    HttpClient client() {
        return client;
    }

    Read get(String below) throws IOException, InterruptedException {
        return to(address.at(below));
    }

    Read to(URI uri) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri));
    }

    Read get(String below, String bearer) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address.at(below)).header("Authorization", "Bearer " + bearer));
    }

    Read post(String below) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address.at(below)).POST(HttpRequest.BodyPublishers.noBody()));
    }

    private Read send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer = client.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            return new Read(answer, new String(body.readNBytes(LARGEST_BODY), StandardCharsets.UTF_8));
        }
    }
}
