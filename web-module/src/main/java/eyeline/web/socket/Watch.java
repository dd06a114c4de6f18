package eyeline.web.socket;

import java.time.Instant;
import java.util.Optional;

/** Knows until when a socket may stay: a consumer until the token runs out, an agent while the log-in is good. */
public interface Watch {

    /** Why the socket has to be closed now, if it has. */
    Optional<Ending> due(Instant now);

    /** Something happened after which the answer may be another. */
    default void doubt() {
    }
}
