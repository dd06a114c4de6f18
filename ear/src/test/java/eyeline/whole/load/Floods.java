package eyeline.whole.load;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/** Fifty sockets that send five hundred requests a second each; whoever is closed comes back at once. Their frames are made beforehand and sent in bundles. */
final class Floods implements Attack {
    static final int MANY = 50;
    private static final int OF_ONE_ADDRESS = 10;
    private static final int BUNDLE = 10;
    private static final long PAUSE_NANOS = 20_000_000;

    private final Door door;
    private final String path;
    private final List<String> tokens;
    private final byte[] bundle;
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong closed = new AtomicLong();
    private final List<Thread> senders = new ArrayList<>();
    private volatile boolean on;

    Floods(Door door, String path, List<String> tokens) {
        this.door = door;
        this.path = path;
        this.tokens = tokens;
        bundle = bundle("{\"kind\":\"req\",\"id\":\"1\",\"type\":\"ms.QueryMessages\",\"body\":{\"dialogId\":\"8d0f5a1e-1111-4c1c-9a51-5c1b6b1d0a01\"}}");
    }

    /** Masked text frames (RFC 6455, section 5.2) with the mask 0, which changes no byte. */
    private static byte[] bundle(String message) {
        var frames = new ByteArrayOutputStream();
        var bytes = message.getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < BUNDLE; i++) {
            frames.writeBytes(new byte[] {(byte) 0x81, (byte) (0x80 | 126), (byte) (bytes.length >> 8), (byte) bytes.length, 0, 0, 0, 0});
            frames.writeBytes(bytes);
        }
        return frames.toByteArray();
    }

    @Override
    public void begin() throws IOException {
        on = true;
        sent.set(0);
        closed.set(0);
        var there = new CountDownLatch(MANY);
        for (int i = 0; i < MANY; i++) {
            var address = "127.0.8." + (1 + i / OF_ONE_ADDRESS);
            var token = tokens.get(i % tokens.size());
            var sender = new Thread(() -> floods(address, token, there));
            senders.add(sender);
            sender.start();
        }
        try {
            there.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private void floods(String address, String token, CountDownLatch there) {
        while (on) {
            try (var socket = upgraded(address, token)) {
                there.countDown();
                there.await(); // all are there before the first of them floods
                flood(socket);
            } catch (IOException refusedOrClosed) {
                closed.incrementAndGet();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void flood(Socket socket) throws IOException {
        var next = System.nanoTime();
        var input = new byte[64 * 1024];
        socket.setSoTimeout((int) (PAUSE_NANOS / 2_000_000));
        while (on) {
            socket.getOutputStream().write(bundle);
            sent.addAndGet(BUNDLE);
            next += PAUSE_NANOS;
            do {
                reads(socket, input);
            } while (on && System.nanoTime() < next);
        }
    }

    /** Waits for something to read as its pause: a client that does not read would be closed for that. */
    private static void reads(Socket socket, byte[] input) throws IOException {
        try {
            if (socket.getInputStream().read(input) < 0) {
                throw new IOException("closed");
            }
        } catch (java.net.SocketTimeoutException nothing) {
            // goes on
        }
    }

    private Socket upgraded(String address, String token) throws IOException {
        var socket = door.open(address);
        socket.getOutputStream().write(("GET " + path + " HTTP/1.1\r\nHost: localhost:" + door.port() + "\r\nUpgrade: websocket\r\nConnection: Upgrade"
                + "\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\nAuthorization: jwt " + token + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        var status = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
        if (!status.endsWith("101")) {
            socket.close();
            throw new IOException(status);
        }
        return socket;
    }

    /** How many messages were sent, and how often a socket was closed. */
    @Override
    public String end() throws IOException {
        on = false;
        for (var sender : senders) {
            try {
                sender.join();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
        senders.clear();
        return sent + " " + closed;
    }
}
