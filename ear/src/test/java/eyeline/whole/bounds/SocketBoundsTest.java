package eyeline.whole.bounds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eyeline.whole.Jvm;
import eyeline.whole.OnTheProduct;
import eyeline.whole.Product;
import eyeline.whole.wire.AgentDesk;
import eyeline.whole.wire.Body;
import eyeline.whole.wire.Consumer;
import eyeline.whole.wire.LongTalk;
import eyeline.whole.wire.Scene;
import eyeline.whole.wire.Wire;
import java.io.IOException;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** X5 for sockets: size, shape, rate, readers that do not read, and who may open one. */
@OnTheProduct
class SocketBoundsTest {
    private static final String ACCOUNT = Scene.ACCOUNT;
    private final Product product;

    SocketBoundsTest(Product product) {
        this.product = product;
    }

    @Test
    void aMessageOf64000BytesIsRead() {
        try (var wire = Consumer.signsUp(product.api(), ACCOUNT).socket()) {
            wire.text("{\"id\":\"9\",\"type\":\"GetClock\",\"filler\":\"" + "x".repeat(64_000) + "\"}");
            assertEquals(200, wire.answer("9").getInt("code"));
        }
    }

    @Test
    void aMessageOf66000BytesClosesTheSocketWith1009() {
        try (var wire = Consumer.signsUp(product.api(), ACCOUNT).socket()) {
            wire.text("x".repeat(66_000));
            assertEquals(1009, wire.closed().code());
        }
    }

    @Test
    void twoHundredFragmentsOfAThousandBytesCloseTheSocketWith1009() {
        try (var wire = Consumer.signsUp(product.api(), ACCOUNT).socket()) {
            IntStream.range(0, 200).forEach(i -> wire.part("y".repeat(1000), i == 199));
            assertEquals(1009, wire.closed().code());
        }
    }

    @Test
    void bytesCountAndNotCharacters() {
        try (var wire = Consumer.signsUp(product.api(), ACCOUNT).socket()) {
            wire.text("\u20AC".repeat(30_000));
            assertEquals(1009, wire.closed().code());
        }
    }

    @Test
    void twentyMegabytesCloseTheSocketAndDoNotStayInTheHeap() {
        var before = Jvm.of(product).usedHeapAfterCollection();
        try (var wire = Consumer.signsUp(product.api(), ACCOUNT).socket()) {
            wire.text("z".repeat(20_000_000));
            var code = wire.closed().code();
            // The server may hang up while most of it is still on its way; a client then sees a broken pipe.
            assertTrue(code == 1009 || code == 1006, "closed with " + code);
        }
        assertTrue(Jvm.of(product).usedHeapAfterCollection() - before < 10_000_000);
    }

    @Test
    void aClientThatStopsReadingIsClosedAndCostsNoHeap() {
        try (var scene = Scene.of(product)) {
            LongTalk.add(product, scene.conversation(), 1, 60_000);
            var before = Jvm.of(product).usedHeapAfterCollection();
            var deaf = Wire.openDeaf(product.api().client(), product.api().consumerSocket(ACCOUNT),
                    Map.of("Authorization", "jwt " + scene.consumer().token()));
            // Each of these is answered with 60 KB: together far more than the buffers of a socket hold and than may wait.
            for (int i = 0; i < 200; i++) {
                deaf.send("ms.QueryMessages", Body.of("dialogId", scene.conversation()));
            }
            // The deaf one is this consumer's only window now: when the server gives it up the agent is told that nobody is there.
            scene.tab().close();
            scene.agent().event(e -> "BACKGROUND".equals(e.getJsonObject("event").getString("chatState", "")));
            assertTrue(Jvm.of(product).usedHeapAfterCollection() - before < 10_000_000);
            deaf.startsReading();
            var code = deaf.closed().code();
            // The farewell stands behind what nobody read; it may not get through any more.
            assertTrue(code == 1013 || code == 1006, "closed with " + code);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "null", "https://localhost", "https://localhost:8444.evil.example"})
    void anOriginThatTheAccountDoesNotKnowCannotOpenAConsumersSocket(String origin) {
        assertRefused(403, () -> Wire.open(product.api().client(), product.api().consumerSocket(ACCOUNT), Map.of("Origin", origin)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "null"})
    void aForeignOriginCannotOpenAnAgentsSocket(String origin) {
        var logIn = AgentDesk.logsIn(product.api(), ACCOUNT, "agent1");
        assertRefused(403, () -> Wire.open(product.api().client(), product.api().agentSocket(ACCOUNT, logIn.bearer()),
                Map.of("Origin", origin)));
    }

    @Test
    void whoNamesNoOriginIsNoBrowserAndAuthenticatesByItsFirstMessage() {
        var consumer = Consumer.signsUp(product.api(), ACCOUNT);
        try (var wire = Wire.open(product.api().client(), product.api().consumerSocket(ACCOUNT), Map.of())) {
            assertEquals(401, wire.ask("cqm.SubscribeExConversations", Body.of()).getInt("code"));
            assertEquals(200, wire.ask("InitConnection", null, Map.of("headers", Consumer.greeting(consumer.token()))).getInt("code"));
        }
    }

    @Test
    void theShopsOriginMayOpenAConsumersSocket() {
        Wire.open(product.api().client(), product.api().consumerSocket(ACCOUNT), Map.of("Origin", product.shop())).close();
    }

    private static void assertRefused(int status, Runnable opening) {
        var refused = assertThrows(CompletionException.class, opening::run);
        assertEquals(status, ((WebSocketHandshakeException) refused.getCause()).getResponse().statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"8", "7", "0"})
    void anOldHandshakeIsRefused(String version) throws IOException {
        var answer = handshake(version);
        assertTrue(answer.startsWith("HTTP/1.1 426") || answer.startsWith("HTTP/1.1 400"), answer);
    }

    @Test
    void theHandshakeOfToday() throws IOException {
        assertTrue(handshake("13").startsWith("HTTP/1.1 101"));
    }

    private String handshake(String version) throws IOException {
        try (var socket = (SSLSocket) product.trust().getSocketFactory().createSocket("localhost", product.httpsPort())) {
            socket.setSoTimeout(10_000);
            var uri = product.api().consumerSocket(ACCOUNT);
            socket.getOutputStream().write(("GET " + uri.getRawPath() + "?" + uri.getRawQuery() + " HTTP/1.1\r\nHost: "
                    + uri.getAuthority() + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="
                    + "\r\nOrigin: " + product.origin() + "\r\nSec-WebSocket-Origin: " + product.origin()
                    + "\r\nSec-WebSocket-Version: " + version + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readNBytes(64), StandardCharsets.US_ASCII);
        }
    }

    @Test
    void tooManyRequestsAreRefusedWith429() {
        try (var scene = Scene.of(product)) {
            var wire = scene.tab().wire();
            var ids = IntStream.range(0, 600).mapToObj(i -> wire.send("GetClock", null)).toList();
            wire.await("a 429", f -> f.getInt("code", 0) == 429 && ids.contains(f.getString("reqId")));
        }
    }

    @Test
    void deeplyNestedJsonClosesTheSocketWith1007() {
        try (var scene = Scene.of(product)) {
            scene.tab().wire().text("{\"id\":\"deep\",\"type\":\"GetClock\",\"body\":" + "[".repeat(2000) + "]".repeat(2000) + "}");
            assertEquals(1007, scene.tab().wire().closed().code());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"id\":\"d\",\"id\":\"d\",\"type\":\"GetClock\"}", "{\"id\":\"d\",\"type\":\"GetClock\"} {}"})
    void doubledKeysAndTrailingTextAreRefused(String text) {
        try (var scene = Scene.of(product)) {
            var mark = scene.tab().wire().mark();
            scene.tab().wire().text(text);
            try {
                assertEquals(400, scene.tab().wire().await(mark, "a refusal", f -> "resp".equals(f.getString("kind"))).getInt("code"));
            } catch (AssertionError closed) {
                assertEquals(1007, scene.tab().wire().closed().code());
            }
        }
    }

    @Test
    void aTextOfMoreThanAPersonWritesIsRefused() {
        try (var scene = Scene.of(product)) {
            var answer = scene.tab().wire().ask("ms.PublishEvent", Body.of("dialogId", scene.conversation(), "event",
                    Body.of("type", "ContentEvent", "contentType", "text/plain", "message", "x".repeat(20_000))));
            assertTrue(List.of(400, 413).contains(answer.getInt("code")), answer.toString());
        }
    }

    @Test
    void anSdpLargerThanAnyBrowserMakesIsRefused() {
        try (var scene = Scene.of(product)) {
            var call = scene.accepted(Scene.VIDEO);
            var answer = scene.agent().describes(call, 1, "offer", "v=0\r\n" + "a".repeat(50_000));
            assertTrue(List.of(400, 413).contains(answer.getInt("code")), answer.toString());
        }
    }
}
