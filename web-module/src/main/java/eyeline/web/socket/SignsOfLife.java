package eyeline.web.socket;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When a socket was last heard, and whether it has been asked for a sign of life since. Who is not asked may be silent. */
final class SignsOfLife {

    private final Clock clock;
    private Instant heardAt;
    private Instant askedAt;
    private Optional<Instant> waitingSince = Optional.empty();

    SignsOfLife(Clock clock) {
        this.clock = clock;
        this.heardAt = clock.instant();
        this.askedAt = heardAt;
    }

    synchronized void heard() {
        heardAt = clock.instant();
        waitingSince = Optional.empty();
    }

    /** Whether it is time to ask again; if so it counts as asked. */
    synchronized boolean ask() {
        var now = clock.instant();
        if (askedAt.plus(SocketLimits.PING).isAfter(now)) {
            return false;
        }
        askedAt = now;
        waitingSince = waitingSince.or(() -> Optional.of(now));
        return true;
    }

    /** Asked, and not answered in time. */
    synchronized boolean missing() {
        return waitingSince.filter(since -> since.plus(SocketLimits.SILENCE).isBefore(clock.instant())).isPresent();
    }

    /** For how long it has not been heard. */
    synchronized Duration silence() {
        return Duration.between(heardAt, clock.instant());
    }
}
