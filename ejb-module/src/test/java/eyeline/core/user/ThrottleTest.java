package eyeline.core.user;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eyeline.core.user.Throttle.Counter;
import eyeline.core.user.Throttle.Rule;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ThrottleTest {
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final Rule THREE = new Rule(3, PAUSE);
    private static final Rule TWO = new Rule(2, PAUSE);

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final Throttle throttle = new Throttle(((InstantSource) () -> now).withZone(ZoneOffset.UTC), 100);

    @Test
    void refusesOneMoreThanTheMost() {
        for (int i = 0; i < 3; i++) {
            assertEquals(Optional.empty(), fails(THREE, "one"));
        }
        assertEquals(Optional.of(PAUSE), fails(THREE, "one"));
        assertEquals(Optional.empty(), fails(THREE, "other"));
    }

    @Test
    void aRefusedAttemptDoesNotCount() {
        fill(THREE, "one");
        for (int i = 0; i < 50; i++) {
            assertEquals(Optional.of(PAUSE), fails(THREE, "one"));
        }
    }

    @Test
    void forgetsOneInEachPause() {
        fill(THREE, "one");
        passes(PAUSE.minusMillis(1));
        assertEquals(Optional.of(Duration.ofMillis(1)), fails(THREE, "one"));
        passes(Duration.ofMillis(1));
        assertEquals(Optional.empty(), fails(THREE, "one"));
        assertEquals(Optional.of(PAUSE), fails(THREE, "one"));
        passes(PAUSE.multipliedBy(100));
        fill(THREE, "one");
        assertEquals(Optional.of(PAUSE), fails(THREE, "one"), "not more than the most are saved up");
    }

    @Test
    void aSuccessForgetsItselfAndNoFailure() {
        fails(THREE, "one");
        fails(THREE, "one");
        for (int i = 0; i < 10; i++) {
            succeeds(THREE, "one");
        }
        assertEquals(Optional.empty(), fails(THREE, "one"));
        assertEquals(Optional.of(PAUSE), fails(THREE, "one"));
    }

    @Test
    void attemptsAtTheSameTimeAreNoWayRound() {
        assertEquals(Optional.empty(), throttle.begin(counters(TWO, "one")));
        assertEquals(Optional.empty(), throttle.begin(counters(TWO, "one")));
        assertTrue(throttle.begin(counters(TWO, "one")).isPresent());
        throttle.succeeded(counters(TWO, "one"));
        assertEquals(Optional.empty(), throttle.begin(counters(TWO, "one")));
    }

    @Test
    void whatOneCounterRefusesNoneCounts() {
        var both = List.of(new Counter(THREE, "address"), new Counter(TWO, "user"));
        throttle.begin(both);
        throttle.begin(both);
        assertEquals(Optional.of(PAUSE), throttle.begin(both));
        assertEquals(Optional.empty(), fails(THREE, "address"));
        assertEquals(Optional.of(PAUSE), fails(THREE, "address"));
    }

    @Test
    void remembersNoMoreThanTheBoundAndForgetsTheFewestFirst() {
        fill(THREE, "victim");
        for (int i = 0; i < 10_000; i++) {
            fails(THREE, "made up " + i);
            assertTrue(throttle.size() <= 100);
        }
        assertEquals(Optional.of(PAUSE), fails(THREE, "victim"));
    }

    @Test
    void aClockThatGoesBackForgetsNothing() {
        fill(THREE, "one");
        passes(PAUSE.negated());
        assertTrue(fails(THREE, "one").isPresent());
    }

    private void fill(Rule rule, String of) {
        for (int i = 0; i < rule.most(); i++) {
            assertEquals(Optional.empty(), fails(rule, of));
        }
    }

    private Optional<Duration> fails(Rule rule, String of) {
        return throttle.begin(counters(rule, of));
    }

    private void succeeds(Rule rule, String of) {
        assertEquals(Optional.empty(), throttle.begin(counters(rule, of)));
        throttle.succeeded(counters(rule, of));
    }

    private static List<Counter> counters(Rule rule, String of) {
        return List.of(new Counter(rule, of));
    }

    private void passes(Duration time) {
        now = now.plus(time);
    }
}
