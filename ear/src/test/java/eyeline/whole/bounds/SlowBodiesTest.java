package eyeline.whole.bounds;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eyeline.whole.OnTheProduct;
import eyeline.whole.Product;
import eyeline.whole.wire.Scene;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Bodies that come a byte a second hold nobody up: more of them than the server has threads for requests and sockets together. */
@OnTheProduct
class SlowBodiesTest {
    private static final String LOGIN = "/api/account/" + Scene.ACCOUNT + "/login?v=1.3";
    private static final int OF_ONE_ADDRESS = 50;
    private static final int ADDRESSES = 4;

    private final Product product;

    SlowBodiesTest(Product product) {
        this.product = product;
    }

    @Test
    void aConversationGoesOnBesideHundredsOfBodiesThatNeverEndAndEachIsRefusedInTheEnd() throws IOException {
        var slow = new ArrayList<Socket>();
        var drip = Executors.newSingleThreadScheduledExecutor();
        try (var scene = Scene.of(product)) {
            for (int address = 1; address <= ADDRESSES; address++) {
                for (int i = 0; i < OF_ONE_ADDRESS; i++) {
                    slow.add(begins("127.0.9." + address));
                }
            }
            drip.scheduleAtFixedRate(() -> slow.forEach(SlowBodiesTest::aByte), 1, 1, TimeUnit.SECONDS);
            for (int i = 0; i < 20; i++) {
                scene.tab().says(scene.conversation(), "still here " + i);
            }
            assertEquals(400, product.api().post(LOGIN, "{}", Map.of()).statusCode());
            assertEquals("408", status(slow.get(0)));
            assertEquals("408", status(slow.get(slow.size() - 1)));
        } finally {
            drip.shutdownNow();
            for (var socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void oneAddressMayHaveSoManyOnTheWayAndNoMore() throws IOException {
        var slow = new ArrayList<Socket>();
        try {
            for (int i = 0; i <= 64; i++) {
                slow.add(begins("127.0.9.77"));
            }
            assertEquals(400, product.api().post(LOGIN, "{}", Map.of()).statusCode());
            var answers = new ArrayList<String>();
            for (var socket : slow) {
                answers.add(status(socket));
            }
            assertEquals(1, Collections.frequency(answers, "429"), answers.toString());
            assertEquals(64, Collections.frequency(answers, "408"), answers.toString());
        } finally {
            for (var socket : slow) {
                socket.close();
            }
        }
    }

    private Socket begins(String address) throws IOException {
        var socket = product.trust().getSocketFactory().createSocket(InetAddress.getByName("127.0.0.1"), product.httpsPort(),
                InetAddress.getByName(address), 0);
        socket.setSoTimeout(30_000);
        socket.getOutputStream().write(("POST " + LOGIN + " HTTP/1.1\r\nHost: localhost:" + product.httpsPort()
                + "\r\nContent-Type: application/json\r\nContent-Length: 8000\r\n\r\n{").getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** Who was refused has closed the connection. */
    private static void aByte(Socket socket) {
        try {
            socket.getOutputStream().write(' ');
        } catch (IOException refused) {
            // the answer has come
        }
    }

    private static String status(Socket socket) throws IOException {
        return new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII).substring(9);
    }
}
