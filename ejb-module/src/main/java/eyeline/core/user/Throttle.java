package eyeline.core.user;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Counts failures of what may be guessed. Each counter takes so many at once, and forgets one in a while; who has filled one waits
 * until it has forgotten. An attempt counts as a failure from its beginning, so that many at once are no way round.
 */
final class Throttle {

    /** What is counted: {@code most} failures at once, one more each {@code pause}. */
    record Rule(int most, Duration pause) {
    }

    /** A counter: of a rule, for an address, a user, a device. */
    record Counter(Rule rule, String of) {
    }

    private final Clock clock;
    private final int bound;
    /** When each will have forgotten everything: a pause from now for each failure. */
    private final Map<Counter, Instant> forgotten = new HashMap<>();

    /** {@code bound}: counters remembered; when there are more, those with the fewest failures are forgotten. */
    Throttle(Clock clock, int bound) {
        this.clock = clock;
        this.bound = bound;
    }

    /** Counts an attempt with all of the counters; if one of them is full, with none, and answers how long to wait. */
    synchronized Optional<Duration> begin(List<Counter> counters) {
        var now = clock.instant();
        var wait = counters.stream().map(counter -> wait(counter, now)).max(Duration::compareTo).orElse(Duration.ZERO);
        if (wait.compareTo(Duration.ZERO) > 0) {
            return Optional.of(wait);
        }
        counters.forEach(counter -> forgotten.put(counter, with(counter, now)));
        forgetSome(now);
        return Optional.empty();
    }

    /** The attempt was none of a guesser. Only itself is forgotten, so that nobody clears the way with a password of their own. */
    synchronized void succeeded(List<Counter> counters) {
        counters.forEach(counter -> forgotten.computeIfPresent(counter, (key, then) -> then.minus(counter.rule().pause())));
    }

    synchronized int size() {
        return forgotten.size();
    }

    /** When a counter will have forgotten everything, if one failure more is counted now. */
    private Instant with(Counter counter, Instant now) {
        var then = forgotten.getOrDefault(counter, now);
        return (then.isAfter(now) ? then : now).plus(counter.rule().pause());
    }

    private Duration wait(Counter counter, Instant now) {
        var rule = counter.rule();
        return Duration.between(now, with(counter, now)).minus(rule.pause().multipliedBy(rule.most()));
    }

    private void forgetSome(Instant now) {
        for (int few = 0; forgotten.size() > bound; few++) {
            var fewest = few;
            forgotten.entrySet().removeIf(entry -> !entry.getValue().isAfter(now.plus(entry.getKey().rule().pause().multipliedBy(fewest))));
        }
    }
}
