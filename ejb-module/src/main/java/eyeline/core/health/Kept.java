package eyeline.core.health;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * An answer that is dear and good for a moment: however many ask, it is found once in {@code life}. While one asks, the others are told what was
 * found last, and {@code tooLate} instead if finding takes longer than {@code patience}.
 */
final class Kept<T> {
    private final Supplier<T> find;
    private final T tooLate;
    private final Duration life;
    private final Duration patience;
    private final Clock clock;
    private final AtomicBoolean finding = new AtomicBoolean();
    private volatile T found;
    private volatile Instant begun = Instant.MIN;

    Kept(Supplier<T> find, T tooLate, Duration life, Duration patience, Clock clock) {
        this.find = find;
        this.tooLate = tooLate;
        this.life = life;
        this.patience = patience;
        this.clock = clock;
        this.found = tooLate;
    }

    T get() {
        var now = clock.instant();
        if (now.isBefore(begun.plus(life)) || !finding.compareAndSet(false, true)) {
            return finding.get() && now.isAfter(begun.plus(patience)) ? tooLate : found;
        }
        begun = now;
        try {
            found = find.get();
            return found;
        } catch (RuntimeException e) {
            found = tooLate;
            throw e;
        } finally {
            finding.set(false);
        }
    }
}
