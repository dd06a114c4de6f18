package eyeline.core.conversation;

import java.time.Duration;
import java.time.Instant;

/**
 * How fast somebody writes: a bucket that fills with what is written and runs dry within a minute. Not safe for threads.
 */
final class Pace {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private double level;
    private Instant at = Instant.EPOCH;

    /** Zero when {@code amount} could be written now, of {@code most} a minute, and was counted; else how long that takes. */
    Duration take(Instant now, double amount, double most) {
        var perMilli = most / MINUTE.toMillis();
        level = Math.max(0, level - perMilli * Math.max(0, Duration.between(at, now).toMillis()));
        at = now;
        var over = level + Math.min(amount, most) - most;
        if (over > 0) {
            return Duration.ofMillis((long) Math.ceil(over / perMilli));
        }
        level += amount;
        return Duration.ZERO;
    }
}
