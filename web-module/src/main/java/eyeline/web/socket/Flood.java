package eyeline.web.socket;

import java.time.Clock;
import java.time.Instant;

/**
 * Somebody who goes on over a rate. What is let through meanwhile does not excuse what was refused: a flood lasts until nothing
 * had to be refused for {@link SocketLimits#FLOOD_PAUSE}.
 */
final class Flood {

    private final Clock clock;
    private int refusals;
    private Instant since = Instant.MIN;
    private Instant last = Instant.MIN;

    Flood(Clock clock) {
        this.clock = clock;
    }

    /** Another request had to be refused; whether that was one too many, or has gone on for too long. */
    synchronized boolean refusedOnceTooOften() {
        var now = clock.instant();
        if (last.isBefore(now.minus(SocketLimits.FLOOD_PAUSE))) {
            since = now;
            refusals = 0;
        }
        last = now;
        refusals++;
        return refusals > SocketLimits.REFUSALS_BEFORE_CLOSE || !since.plus(SocketLimits.FLOOD).isAfter(now);
    }
}
