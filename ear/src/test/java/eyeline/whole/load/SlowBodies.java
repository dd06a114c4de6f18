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

/** Five hundred bodies that come a byte a second, of ten addresses. Each gives way to another one before the server's patience ends, so that all are on the way all the time. */
final class SlowBodies implements Attack {
    static final int MANY = 500;
    private static final int OF_ONE_ADDRESS = 50;
    private static final int OPENERS = 4;
    /** The server answers after ten. */
    private static final int SECONDS = 8;

    private record Body(Socket socket, String address, long begun) {
    }

    private final Door door;
    private final byte[] beginning;
    private final List<Body> open = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService drip = Executors.newSingleThreadScheduledExecutor();

    SlowBodies(Door door, String path) {
        this.door = door;
        beginning = ("POST " + path + " HTTP/1.1\r\nHost: localhost:" + door.port() + "\r\nContent-Type: application/json\r\nContent-Length: 8000\r\n\r\n{")
                .getBytes(StandardCharsets.US_ASCII);
        drip.scheduleAtFixedRate(this::drips, 1, 1, TimeUnit.SECONDS);
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

    private Body one(String address) throws IOException {
        var socket = door.open(address);
        socket.getOutputStream().write(beginning);
        return new Body(socket, address, System.nanoTime());
    }

    private synchronized void drips() {
        for (var body : open) {
            try {
                if (System.nanoTime() - body.begun() > TimeUnit.SECONDS.toNanos(SECONDS)) {
                    again(body);
                } else {
                    body.socket().getOutputStream().write(' ');
                }
            } catch (IOException refused) {
                // counted at the end
            }
        }
    }

    private void again(Body body) throws IOException {
        if (open.remove(body)) {
            body.socket().close();
            open.add(one(body.address()));
        }
    }

    /** How many are on the way. */
    @Override
    public synchronized String end() throws IOException {
        var unanswered = 0;
        for (var body : open) {
            unanswered += isUnanswered(body.socket()) ? 1 : 0;
            body.socket().close();
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
