package eyeline.whole.load;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Five hundred bodies that come a byte a second, of ten addresses. */
final class SlowBodies implements Attack {
    static final int MANY = 500;
    private static final int OF_ONE_ADDRESS = 50;
    private static final int OPENERS = 4;

    private final Door door;
    private final byte[] beginning;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService drip = Executors.newSingleThreadScheduledExecutor();

    SlowBodies(Door door, String path) {
        this.door = door;
        beginning = ("POST " + path + " HTTP/1.1\r\nHost: localhost:" + door.port() + "\r\nContent-Type: application/json\r\nContent-Length: 8000\r\n\r\n{")
                .getBytes(StandardCharsets.US_ASCII);
        drip.scheduleAtFixedRate(() -> open.forEach(SlowBodies::aByte), 1, 1, TimeUnit.SECONDS);
    }

    @Override
    public void begin() throws IOException {
        ExecutorService openers = Executors.newFixedThreadPool(OPENERS);
        var all = IntStream.range(0, MANY).mapToObj(i -> openers.submit(() -> open.add(one("127.0.9." + (1 + i / OF_ONE_ADDRESS))))).toList();
        openers.shutdown();
        for (var one : all) {
            try {
                one.get();
            } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
                throw new IOException(e);
            }
        }
    }

    private Socket one(String address) throws IOException {
        var socket = door.open(address);
        socket.getOutputStream().write(beginning);
        return socket;
    }

    private static void aByte(Socket socket) {
        try {
            socket.getOutputStream().write(' ');
        } catch (IOException refused) {
            // counted at the end
        }
    }

    /** How many were on the way all the time. */
    @Override
    public String end() throws IOException {
        var unanswered = 0;
        for (var socket : open) {
            unanswered += isUnanswered(socket) ? 1 : 0;
            socket.close();
        }
        open.clear();
        return String.valueOf(unanswered);
    }

    private static boolean isUnanswered(Socket socket) throws IOException {
        socket.setSoTimeout(1);
        try {
            socket.getInputStream().read();
            return false;
        } catch (SocketTimeoutException nothing) {
            return true;
        } catch (IOException closed) {
            return false;
        }
    }
}
