package eyeline.web.gateway;

import eyeline.web.socket.Ending;
import eyeline.web.socket.SocketLimits;
import eyeline.web.socket.Transport;
import jakarta.websocket.CloseReason;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.Session;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** A WebSocket session of the container. */
final class SessionTransport implements Transport {

    private static final Logger LOG = System.getLogger("eyeline.socket");

    private final Session session;
    private final RemoteEndpoint.Async remote;
    private final Executor executor;

    SessionTransport(Session session, Executor executor) {
        this.session = session;
        this.remote = session.getAsyncRemote();
        this.remote.setSendTimeout(SocketLimits.SEND_TIME.toMillis());
        this.executor = executor;
    }

    @Override
    public void send(String text, Consumer<Boolean> sent) {
        try {
            remote.sendText(text, result -> sent.accept(result.isOK()));
        } catch (IllegalStateException | IllegalArgumentException closed) {
            sent.accept(false);
        }
    }

    @Override
    public void ping() {
        executor.execute(this::pingNow);
    }

    private void pingNow() {
        try {
            remote.sendPing(ByteBuffer.allocate(0));
        } catch (IOException | IllegalStateException gone) {
            LOG.log(Level.DEBUG, "socket was gone before it was pinged");
        }
    }

    /** On another thread: the container calls the endpoint back from within, and the caller may hold locks of the core. */
    @Override
    public void close(Ending ending) {
        executor.execute(() -> closeNow(ending));
    }

    private void closeNow(Ending ending) {
        try {
            session.close(new CloseReason(new Code(ending.code()), ending.reason()));
        } catch (IOException | IllegalStateException gone) {
            LOG.log(Level.DEBUG, "socket was gone before it was closed with {0}", ending.code());
        }
    }

    private record Code(int getCode) implements CloseReason.CloseCode {
    }
}
