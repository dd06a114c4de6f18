package eyeline.core.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class KeptTest {
    private final AtomicInteger asked = new AtomicInteger();
    private final Time time = new Time();

    private final class Time extends Clock {
        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        void pass(long millis) {
            now = now.plusMillis(millis);
        }
    }

    private <T> Kept<T> kept(java.util.function.Supplier<T> find, T late) {
        return new Kept<>(find, late, Duration.ofSeconds(1), Duration.ofSeconds(5), time);
    }

    @Test
    void isFoundOnceASecondHoweverManyAsk() {
        var kept = kept(asked::incrementAndGet, -1);
        for (int i = 0; i < 3_000; i++) {
            kept.get();
            time.pass(1);
        }
        assertEquals(3, asked.get());
    }

    /** Whoever asks while somebody else does is not made to wait: told the last, and after a while that it takes too long. */
    @Test
    void nobodyWaitsForAnotherOnesQuestion() {
        var meanwhile = new ArrayList<String>();
        var kept = new ArrayList<Kept<String>>();
        kept.add(kept(() -> {
            if (asked.incrementAndGet() == 2) {
                time.pass(4_000);
                meanwhile.add(kept.get(0).get());
                time.pass(2_000);
                meanwhile.add(kept.get(0).get());
            }
            return "found " + asked.get();
        }, "late"));
        assertEquals("found 1", kept.get(0).get());
        time.pass(1_000);
        assertEquals("found 2", kept.get(0).get());
        assertEquals(java.util.List.of("found 1", "late"), meanwhile);
    }

    @Test
    void afterAFailureNothingOldIsTold() {
        var kept = kept(() -> {
            if (asked.incrementAndGet() == 2) {
                throw new IllegalStateException("broken");
            }
            return "good";
        }, "bad");
        assertEquals("good", kept.get());
        time.pass(1_000);
        assertThrows(IllegalStateException.class, kept::get);
        assertEquals("bad", kept.get());
        time.pass(1_000);
        assertEquals("good", kept.get());
    }
}
