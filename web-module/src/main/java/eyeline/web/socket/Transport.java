package eyeline.web.socket;

import java.util.function.Consumer;

/** The container's side of a socket. No method blocks; {@code close} never calls back on the caller's thread. */
public interface Transport {

    /** {@code sent} is told whether the message left; perhaps before this returns. */
    void send(String text, Consumer<Boolean> sent);

    /** Asks the other end for a sign of life (RFC 6455, 5.5.2), which browsers give by themselves. */
    void ping();

    void close(Ending ending);
}
