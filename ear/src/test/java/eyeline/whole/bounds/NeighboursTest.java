package eyeline.whole.bounds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eyeline.whole.OnTheProduct;
import eyeline.whole.Product;
import eyeline.whole.wire.Consumer;
import eyeline.whole.wire.Scene;
import eyeline.whole.wire.Tab;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.IntToLongFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a call feels of neighbours who behave badly: figures of one run beside each other, since machines differ. */
@OnTheProduct
@Tag("long")
class NeighboursTest {
    private static final int ROUNDS = 150;
    private static final int SLOW_BODIES = 500;
    private static final int FLOODS = 50;
    private static final int PER_SECOND = 500;

    private final Product product;

    NeighboursTest(Product product) {
        this.product = product;
    }

    /** In microseconds. */
    private record Delay(long median, long p99) {
        static Delay of(long[] nanos) {
            Arrays.sort(nanos);
            return new Delay(nanos[nanos.length / 2] / 1_000, nanos[nanos.length * 99 / 100] / 1_000);
        }
    }

    @Test
    void aSignalOfACallArrivesAsSoonBesideSlowBodiesAndFloods() throws Exception {
        try (var scene = Scene.of(product)) {
            var call = scene.accepted(Scene.VIDEO);
            var signals = new int[] {0};
            IntToLongFunction signal = round -> {
                var text = "candidate:" + round + "-" + ++signals[0];
                var before = System.nanoTime();
                scene.agent().offersCandidate(call, signals[0], text);
                scene.tab().wire().notification("call.SignalNotification", body -> body.toString().contains(text));
                return System.nanoTime() - before;
            };
            measure(signal);
            var idle = measure(signal);
            var besideBodies = besideSlowBodies(() -> measure(signal));
            var idleAgain = measure(signal);
            var besideFloods = besideFloods(() -> measure(signal));
            System.out.printf("a signal of a call, microseconds: alone %s, beside %d slow bodies %s; alone %s, beside %d sockets that send %d a second %s%n",
                    idle, SLOW_BODIES, besideBodies, idleAgain, FLOODS, PER_SECOND, besideFloods);
            assertTrue(besideBodies.median() <= idle.median() * 1.5, idle + " became " + besideBodies);
            assertTrue(besideFloods.median() <= idleAgain.median() * 2, idleAgain + " became " + besideFloods);
            assertEquals(200, scene.agent().ends(call).getInt("code"));
        }
    }

    private static Delay measure(IntToLongFunction signal) {
        var took = new long[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            took[round] = signal.applyAsLong(round);
            try {
                TimeUnit.MILLISECONDS.sleep(25); // the pace of the load, below the rate of a socket; nothing is waited for
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return Delay.of(took);
    }

    private interface Measurement {
        Delay take();
    }

    private Delay besideSlowBodies(Measurement measurement) throws IOException {
        var slow = new ArrayList<Socket>();
        var drip = Executors.newSingleThreadScheduledExecutor();
        try {
            for (int i = 0; i < SLOW_BODIES; i++) {
                slow.add(begins("127.0.8." + (1 + i / 50)));
            }
            drip.scheduleAtFixedRate(() -> slow.forEach(NeighboursTest::aByte), 1, 1, TimeUnit.SECONDS);
            return measurement.take();
        } finally {
            drip.shutdownNow();
            for (var socket : slow) {
                socket.close();
            }
        }
    }

    private Delay besideFloods(Measurement measurement) {
        var tabs = new ArrayList<Tab>();
        var flood = Executors.newScheduledThreadPool(1);
        try {
            for (int i = 0; i < FLOODS; i++) {
                tabs.add(Consumer.signsUp(product.api(), Scene.ACCOUNT).opensTab());
            }
            List.copyOf(tabs).forEach(tab -> flood.scheduleAtFixedRate(() -> {
                for (int i = 0; i < PER_SECOND / 20; i++) {
                    tab.wire().text("{\"kind\":\"req\",\"id\":\"f\",\"type\":\"GetClock\"}");
                }
            }, 0, 50, TimeUnit.MILLISECONDS));
            return measurement.take();
        } finally {
            flood.shutdownNow();
            tabs.forEach(Tab::close);
        }
    }

    private Socket begins(String address) throws IOException {
        var socket = product.trust().getSocketFactory().createSocket(InetAddress.getByName("127.0.0.1"), product.httpsPort(),
                InetAddress.getByName(address), 0);
        socket.getOutputStream().write(("POST /api/account/" + Scene.ACCOUNT + "/login?v=1.3 HTTP/1.1\r\nHost: localhost:" + product.httpsPort()
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
}
