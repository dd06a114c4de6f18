package eyeline.whole.proxy;

import static eyeline.whole.wire.Scene.ACCOUNT;
import static eyeline.whole.wire.Scene.VIDEO;
import static eyeline.whole.wire.Scene.ok;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eyeline.whole.Product;
import eyeline.whole.proxy.Front.Change;
import eyeline.whole.proxy.Front.Place;
import eyeline.whole.wire.AgentDesk;
import eyeline.whole.wire.Body;
import eyeline.whole.wire.Consumer;
import eyeline.whole.wire.Scene;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One product with a public address and one trusted proxy, 127.0.0.1, behind each of the proxies that the archive has a file for. */
@Tag("long")
@ExtendWith(BehindProxies.Extension.class)
class ProxiesTest {
    private static final String LOGIN = "/api/account/" + ACCOUNT + "/login?v=1.3";
    /** More than an address may try at once. */
    private static final int ATTEMPTS = 120;
    private static final Set<String> UNTIL_REFUSED = Set.of("400", "429");
    private final BehindProxies all;
    private final Product product;

    ProxiesTest(BehindProxies all) {
        this.all = all;
        product = all.product();
    }

    private Front front(Kind kind, Change... changes) throws Exception {
        return all.front(kind, changes);
    }

    @ParameterizedTest
    @EnumSource(names = "NGINX_BELOW_WEBSITE", mode = EnumSource.Mode.EXCLUDE)
    void aWholeCallGoesThrough(Kind kind) throws Exception {
        try (var front = front(kind); var scene = Scene.through(product, front.api())) {
            var call = scene.talks(VIDEO);
            scene.tab().says(scene.conversation(), "Through " + kind);
            scene.agent().hears("Through " + kind);
            ok(scene.tab().ends(call));
            assertEquals("HUNG_UP", scene.agent().call(call, "ENDED").getString("cause"));
            assertEquals(200, front.api().get("/agent/").statusCode());
            assertEquals(204, front.api().post("/api/account/" + ACCOUNT + "/check/upload", "x".repeat(100_000),
                    Map.of("Authorization", "Bearer " + scene.agent().logIn().bearer())).statusCode());
            assertNowhereIn(front.folder(), scene.agent().logIn().bearer());
        }
    }

    /** The address of an agent's socket has the log-in in it, and whoever reads a proxy's log could be that agent. */
    private static void assertNowhereIn(Path folder, String bearer) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                assertFalse(text(file).contains(bearer), file.toString());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = "NGINX_BELOW_WEBSITE", mode = EnumSource.Mode.EXCLUDE)
    void everybodyIsToldThePublicAddressAndToldItSecurely(Kind kind) throws Exception {
        try (var front = front(kind)) {
            assertToldThePublicAddress(front.api().get("/api/account/" + ACCOUNT + "/service/baseURI.json?version=1.0").body(), front.place());
            assertEquals(front.place().origin() + "/agent/", front.api().get("/agent").headers().firstValue("Location").orElseThrow());
            var logIn = front.api().post(LOGIN, Body.of("username", "agent1", "password", AgentDesk.PASSWORD));
            assertEquals(200, logIn.statusCode());
            assertTrue(logIn.headers().allValues("Set-Cookie").stream().allMatch(cookie -> cookie.contains("Secure")), "" + logIn.headers().map());
            var plain = said(new Socket("127.0.0.1", front.place().plain()), "GET /agent/?a=1 HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");
            assertTrue(plain.startsWith("HTTP/1.1 301 "), plain);
            assertTrue(plain.contains("ocation: " + front.place().origin() + "/agent/?a=1\r\n"), plain);
        }
    }

    private static void assertToldThePublicAddress(String body, Place place) {
        for (var entry : Body.parse(body).getJsonArray("baseURIs").getValuesAs(JsonObject.class)) {
            assertEquals("localhost:" + place.https(), entry.getString("baseURI"));
        }
    }

    @ParameterizedTest
    @EnumSource(names = "NGINX_BELOW_WEBSITE", mode = EnumSource.Mode.EXCLUDE)
    void whoNamesOtherAddressesGetsNoMoreAttemptsAndTakesNobodysAway(Kind kind) throws Exception {
        try (var front = front(kind)) {
            assertCounted(front, 100 + 10 * kind.ordinal());
        }
    }

    /** The line that most people have: it appends the client to what the client wrote. */
    @Test
    void norBehindNginxsUsualLine() throws Exception {
        try (var front = front(Kind.NGINX_TERMINATE, new Change("X-Forwarded-For $remote_addr;", "X-Forwarded-For $proxy_add_x_forwarded_for;"))) {
            assertCounted(front, 200);
        }
    }

    private void assertCounted(Front front, int liar) throws IOException {
        var statuses = new HashSet<String>();
        var victim = "127.0.0." + (liar + 1);
        for (int i = 0; i < ATTEMPTS && !statuses.contains("429"); i++) {
            statuses.add(attempt("127.0.0." + liar, front.place().https(), "X-Forwarded-For: " + (i % 2 == 0 ? victim : "203.0.113." + i) + "\r\nForwarded: for=203.0.113." + i + "\r\n"));
        }
        assertEquals(UNTIL_REFUSED, statuses, "counted by the address of the connection");
        assertEquals("400", attempt(victim, front.place().https(), ""), "and by no other");
    }

    private String attempt(String from, int port, String headers) throws IOException {
        try (var socket = product.trust().getSocketFactory().createSocket(InetAddress.getByName("127.0.0.1"), port, InetAddress.getByName(from), 0)) {
            return said(socket, "POST " + LOGIN + " HTTP/1.1\r\nHost: localhost:" + all.publicPort() + "\r\n" + headers
                    + "Content-Type: application/json\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}").substring(9, 12);
        }
    }

    private static String said(Socket connection, String request) throws IOException {
        try (var socket = connection) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    @Test
    void whoIsNoTrustedProxyIsCountedByTheOwnAddressWhateverItWrites() throws Exception {
        var statuses = new HashSet<String>();
        for (int i = 0; i < ATTEMPTS && !statuses.contains("429"); i++) {
            statuses.add(attempt("127.0.0.210", product.httpsPort(), "X-Forwarded-For: 203.0.113." + i + "\r\n"));
        }
        assertEquals(UNTIL_REFUSED, statuses);
    }

    @Test
    void plainHttpIsAnsweredForTrustedProxiesAloneAndForWhatCameByHttps() throws Exception {
        var request = "GET /agent/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX-Forwarded-Proto: ";
        assertTrue(plain("127.0.0.1", request + "https\r\n\r\n").startsWith("HTTP/1.1 200 "));
        for (var refused : List.of(plain("127.0.0.1", request + "http\r\n\r\n"), plain("127.0.0.1", request + "https, http\r\n\r\n"),
                plain("127.0.0.2", request + "https\r\n\r\n"), plain("127.0.0.2", request + "https\r\nX-Forwarded-For: 127.0.0.1\r\n\r\n"),
                plain("127.0.0.2", request.replace("/agent/", "/sso/" + ACCOUNT + "/agent") + "https\r\n\r\n"))) {
            assertTrue(refused.startsWith("HTTP/1.1 403 "), refused);
            assertFalse(refused.contains("Set-Cookie"), refused);
        }
    }

    private String plain(String from, String request) throws IOException {
        return said(new Socket(InetAddress.getByName("127.0.0.1"), all.proxyPort(), InetAddress.getByName(from), 0), request);
    }

    @Test
    void whatHostARequestNamesIsNoMatter() throws Exception {
        for (var path : List.of("/agent", "/api/account/" + ACCOUNT + "/service/baseURI.json?version=1.0")) {
            var socket = product.trust().getSocketFactory().createSocket("127.0.0.1", product.httpsPort());
            var said = said(socket, "GET " + path + " HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\nConnection: close\r\n\r\n");
            assertTrue(said.contains("localhost:" + all.publicPort()) && !said.contains("evil.example"), said);
        }
    }

    /** The proxy's patience is longer than the pings of a call and shorter than the call. */
    @Test
    void aCallOutlivesAProxyThatEndsIdleSockets() throws Exception {
        try (var front = front(Kind.NGINX_REENCRYPT, new Change("proxy_read_timeout 180s", "proxy_read_timeout 7s"));
                var scene = Scene.through(product, front.api())) {
            var call = scene.talks(VIDEO);
            try (var idle = Consumer.signsUp(front.api(), ACCOUNT).opensTab()) {
                assertEquals(1006, idle.wire().closed().code(), "this proxy does end idle sockets");
            }
            ok(scene.tab().ends(call));
            scene.agent().call(call, "ENDED");
        }
    }

    /** Its passwords came from a credential store and a file, or it would not be up. */
    @Test
    void noSecretStandsInTheArgumentsOfAProcessOrInALog() throws Exception {
        var places = new ArrayList<Path>();
        try (var processes = Files.list(Path.of("/proc")); var logs = Files.walk(product.logFolder())) {
            processes.filter(process -> process.getFileName().toString().matches("[0-9]+")).map(process -> process.resolve("cmdline")).forEach(places::add);
            logs.filter(Files::isRegularFile).forEach(places::add);
        }
        assertTrue(places.contains(Path.of("/proc/" + product.pid() + "/cmdline")) && places.contains(product.log()));
        for (var place : places) {
            var text = text(place);
            assertFalse(all.secrets().stream().anyMatch(text::contains), place.toString());
        }
        assertTrue(text(Path.of("/proc/" + product.pid() + "/cmdline")).contains("jboss"), "this looked at something");
    }

    /** Nothing of a process that has ended meanwhile. */
    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException ended) {
            return "";
        }
    }
}
