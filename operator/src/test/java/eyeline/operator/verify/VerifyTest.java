package eyeline.operator.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import eyeline.operator.Keys;
import eyeline.operator.Ran;
import eyeline.operator.Release;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that answers as Eyeline does, and each answer that a proxy or a wrong setting may spoil. (The real one: VerifyTest of the EAR.) */
class VerifyTest {
    private record Reply(int status, Map<String, String> headers, String body) {
    }

    @TempDir
    Path temp;
    private final Map<String, Reply> replies = new ConcurrentHashMap<>();
    private HttpsServer server;
    private Keys authority;
    private Path pem;
    private String authorityOfAddress;

    @BeforeEach
    void start() throws Exception {
        authority = Keys.fresh();
        pem = Files.writeString(temp.resolve("authority.pem"), "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder().encodeToString(authority.certificate().getEncoded()) + "\n-----END CERTIFICATE-----\n");
        serve(Duration.ofDays(90), "localhost");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void whatAnswersAsEyelineIsGreenButForTheSocket() {
        var ran = verify();
        assertEquals(List.of("Socket"), named(ran, "red"), ran.out());
        assertEquals(List.of(), named(ran, "yellow"), ran.out());
        assertTrue(row(ran, "Socket").getString("found").contains("answered 404"), ran.out());
        assertEquals(1, ran.code());
    }

    @Test
    void certificates() throws Exception {
        says(Ran.of(Map.of(), "verify", "https://" + authorityOfAddress, "--json"), "Certificate's trust", "red", "does not trust it");
        server.stop(0);
        serve(Duration.ofDays(10), "calls.example.org");
        var ran = verify();
        says(ran, "Certificate's names", "red", "not for localhost");
        says(ran, "Certificate's end", "yellow", "Renew it within");
        server.stop(0);
        says(verify(), "TLS", "red", "Nothing answers");
    }

    @Test
    void whatAProxySpoils() {
        page("/console/", Map.of("Permissions-Policy", "camera=(self), microphone=(self)", "X-Content-Type-Options", "nosniff"));
        page("/backend/", headers("wss://inside.example.org:8443"));
        replies.put("/js/main.js", new Reply(502, Map.of("Content-Type", "text/html"), "bad gateway"));
        var ran = verify();
        says(ran, "Console", "red", "no Content-Security-Policy");
        says(ran, "Backend console", "red", "its sockets may not go to " + authorityOfAddress);
        says(ran, "Agents' log-in page", "red", "its script /js/main.js answers 502");
    }

    @Test
    void discoveryHasToNameThisAddress() {
        replies.put("/api/account/0/service/baseURI.json", json("{\"baseURIs\":[{\"service\":\"idp\",\"account\":\"0\",\"baseURI\":\"inside:8443\"}]}"));
        says(verify(), "Discovery", "red", "It names inside:8443, not " + authorityOfAddress);
        says(verify("--account", "10000001"), "Discovery", "red", "The account 10000001 is not there");
    }

    @Test
    void healthAndVersion() {
        replies.remove("/health/ready");
        replies.put("/api/version", json("{\"version\":\"0.1.0\"}"));
        var ran = verify();
        says(ran, "Health", "yellow", "no /health/ready");
        says(ran, "Version", "yellow", "The server is 0.1.0");
        replies.put("/health/ready", new Reply(503, Map.of(), ""));
        says(verify(), "Health", "red", "Not ready");
    }

    @Test
    void theRelayIsAskedWhereAnybodyMaySignUp() {
        says(verify("--account", "7"), "Relay", "yellow", "the account lets nobody sign up");
        replies.put("/api/account/7/signup", json("{\"jwt\":\"a-token\"}"));
        replies.put("/api/account/7/check/servers", json("{\"iceServers\":[{\"urls\":\"turn:localhost:1?transport=tcp\",\"username\":\"u\",\"credential\":\"c\"}]}"));
        says(verify("--account", "7"), "Relay", "red", "no answer");
    }

    @Test
    void whatIsNoAddressIsRefused() {
        for (String wrong : List.of("http://calls.example.org", "calls.example.org", "https://", "https://a b", "https://user@host/")) {
            assertEquals(2, Ran.of(Map.of(), "verify", wrong).code(), wrong);
        }
        assertEquals(2, Ran.of(Map.of(), "verify", "https://localhost", "--trust", temp.resolve("missing").toString()).code());
        assertEquals(2, Ran.of(Map.of(), "verify", "https://localhost", "--account", "../x").code());
        assertEquals("https://calls.example.org/eyeline/api/version", assertAddress("https://calls.example.org:443/eyeline/"));
    }

    private static String assertAddress(String text) {
        try {
            return Address.of(text).at("/api/version").toString();
        } catch (eyeline.operator.StartRefused e) {
            throw new AssertionError(e);
        }
    }

    private Ran verify(String... more) {
        List<String> arguments = new ArrayList<>(List.of("verify", "https://" + authorityOfAddress, "--trust", pem.toString(), "--json"));
        arguments.addAll(List.of(more));
        return Ran.of(Map.of(), arguments.toArray(String[]::new));
    }

    private void serve(Duration life, String name) throws Exception {
        KeyStore store = KeyStore.getInstance(authority.server(temp.resolve("server.p12"), life, name).toFile(), Keys.PASSWORD.toCharArray());
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, Keys.PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", this::reply);
        server.start();
        authorityOfAddress = "localhost:" + server.getAddress().getPort();
        replies.put("/health/ready", new Reply(200, Map.of(), "{}"));
        replies.put("/api/version", json("{\"version\":\"" + Release.version() + "\"}"));
        replies.put("/api/account/0/service/baseURI.json", json("{\"baseURIs\":[{\"service\":\"idp\",\"account\":\"0\",\"baseURI\":\"" + authorityOfAddress + "\"}]}"));
        replies.put("/js/main.js", new Reply(200, Map.of("Content-Type", "text/javascript"), ""));
        List.of("/agent/", "/console/", "/backend/").forEach(path -> page(path, headers("wss://" + authorityOfAddress)));
    }

    private static Map<String, String> headers(String socket) {
        return Map.of("Content-Security-Policy", "default-src 'none'; connect-src 'self' " + socket + "; base-uri 'none'", "X-Content-Type-Options", "nosniff",
                "Permissions-Policy", "camera=(self), microphone=(self)");
    }

    private void page(String path, Map<String, String> headers) {
        Map<String, String> all = new java.util.HashMap<>(headers);
        all.put("Content-Type", "text/html;charset=utf-8");
        replies.put(path, new Reply(200, all, "<script type=\"module\" src=\"/js/main.js\"></script>"));
    }

    private static Reply json(String body) {
        return new Reply(200, Map.of("Content-Type", "application/json"), body);
    }

    private void reply(HttpExchange exchange) throws IOException {
        Reply reply = replies.getOrDefault(exchange.getRequestURI().getPath(), new Reply(404, Map.of(), ""));
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static List<String> named(Ran ran, String colour) {
        return ran.json().getJsonArray("rows").getValuesAs(JsonObject.class).stream()
                .filter(row -> row.getString("colour").equals(colour)).map(row -> row.getString("what")).toList();
    }

    private static JsonObject row(Ran ran, String what) {
        return ran.json().getJsonArray("rows").getValuesAs(JsonObject.class).stream()
                .filter(row -> row.getString("what").equals(what)).findFirst().orElseThrow(() -> new AssertionError(what + " in " + ran.out()));
    }

    private static void says(Ran ran, String what, String colour, String words) {
        var row = row(ran, what);
        assertEquals(colour, row.getString("colour"), row.toString());
        assertTrue((row.getString("found") + " " + row.getString("toDo")).contains(words), row.toString());
    }
}
