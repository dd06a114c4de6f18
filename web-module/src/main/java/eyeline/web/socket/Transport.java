package eyeline.web.socket;

import java.util.function.Consumer;

/** The container's side of a socket. Neither method blocks; {@code close} never calls back on the caller's thread. */
public interface Transport {

    /** {@code sent} is told whether the message left; perhaps before this returns. */
    void send(String text, Consumer<Boolean> sent);

    void close(Ending ending);
}
