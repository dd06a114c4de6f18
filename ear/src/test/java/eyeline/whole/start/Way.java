package eyeline.whole.start;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** A way to a port of this machine that is closed at first: nobody listens there. */
final class Way implements AutoCloseable {
    private final int target;
    private final int port;
    private final List<Socket> sockets = new ArrayList<>();
    private ServerSocket door;

    Way(int target) throws IOException {
        this.target = target;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
    }

    int port() {
        return port;
    }

    void open() throws IOException {
        door = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        run(() -> {
            while (true) {
                var near = keep(door.accept());
                var far = keep(new Socket(InetAddress.getLoopbackAddress(), target));
                run(() -> near.getInputStream().transferTo(far.getOutputStream()));
                run(() -> far.getInputStream().transferTo(near.getOutputStream()));
            }
        });
    }

    private interface Work {
        void run() throws IOException;
    }

    /** Ends with its sockets. */
    private static void run(Work work) {
        var thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException closed) {
                return;
            }
        }, "way");
        thread.setDaemon(true);
        thread.start();
    }

    private synchronized Socket keep(Socket socket) {
        sockets.add(socket);
        return socket;
    }

    @Override
    public synchronized void close() throws IOException {
        if (door != null) {
            door.close();
        }
        for (var socket : sockets) {
            socket.close();
        }
    }
}
