package eyeline.web.user;

import eyeline.web.socket.Ending;
import eyeline.web.socket.Watch;
import java.time.Instant;
import java.util.Optional;

/** A consumer may stay until the token runs out. */
record TokenWatch(Instant expiresAt) implements Watch {

    @Override
    public Optional<Ending> due(Instant now) {
        return now.isBefore(expiresAt) ? Optional.empty() : Optional.of(Ending.EXPIRED_TOKEN);
    }
}
