package eyeline.web.socket;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** A token bucket: so many at once, so many a second. */
public final class RateBucket {

    private static final double NANOS = Duration.ofSeconds(1).toNanos();

    private final Clock clock;
    private final int burst;
    private final double perSecond;
    private double tokens;
    private Instant filled;

    public RateBucket(Clock clock, int burst, double perSecond) {
        this.clock = clock;
        this.burst = burst;
        this.perSecond = perSecond;
        this.tokens = burst;
        this.filled = clock.instant();
    }

    /** Takes one token if there is one. */
    public synchronized boolean take() {
        fill();
        if (tokens < 1) {
            return false;
        }
        tokens -= 1;
        return true;
    }

    /** As good as new: nothing is lost when it is thrown away. */
    public synchronized boolean full() {
        fill();
        return tokens >= burst;
    }

    private void fill() {
        var now = clock.instant();
        var seconds = Math.max(0, Duration.between(filled, now).toNanos()) / NANOS;
        tokens = Math.min(burst, tokens + seconds * perSecond);
        filled = now;
    }
}
