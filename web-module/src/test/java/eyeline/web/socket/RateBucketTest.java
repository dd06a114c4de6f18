package eyeline.web.socket;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateBucketTest {

    private final TestClock clock = new TestClock();
    private final RateBucket bucket = new RateBucket(clock, 3, 2);

    @Test
    void allowsABurstAndThenNoMore() {
        assertTrue(bucket.take() && bucket.take() && bucket.take());
        assertFalse(bucket.take());
    }

    @Test
    void fillsUpWithTimeToTheBurst() {
        while (bucket.take()) {
            assertFalse(bucket.full());
        }
        clock.pass(Duration.ofMillis(500));
        assertTrue(bucket.take());
        assertFalse(bucket.take());
        clock.pass(Duration.ofHours(1));
        assertTrue(bucket.full());
    }

    @Test
    void survivesAClockThatGoesBack() {
        clock.pass(Duration.ofSeconds(-10));
        assertTrue(bucket.take());
    }
}
