package eyeline.whole.record;

import eyeline.whole.Product;
import java.time.Duration;
import java.util.Map;

/** Asks whether people may be sent there, as a balancer does. */
final class HealthWatch {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private HealthWatch() {
    }

    /** Returns when the answer is this; an answer is kept for a second, so the first may be an old one. */
    static void until(Product product, int expected) {
        var begun = System.nanoTime();
        while (product.api().get("/health/ready", Map.of()).statusCode() != expected) {
            if (System.nanoTime() - begun > PATIENCE.toNanos()) {
                throw new AssertionError("/health/ready did not become " + expected);
            }
        }
    }
}
