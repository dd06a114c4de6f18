package eyeline.whole.browser;

import java.util.ArrayList;
import java.util.List;

/** What was measured time and again, for {@code docs/quality.md}: printed, and never a reason for a test to fail. */
final class Figures {
    /** How often tests measure: few times, to see that it works; {@code -Deyeline.samples=50} for figures. */
    static final int SAMPLES = Integer.getInteger("eyeline.samples", 5);

    private final String what;
    private final List<Double> millis = new ArrayList<>();

    Figures(String what) {
        this.what = what;
    }

    void add(double measured) {
        millis.add(measured);
    }

    void print() {
        System.out.printf("Figures: %s: p50 %.0f ms, p95 %.0f ms, longest %.0f ms (%d times)%n", what, percentile(50), percentile(95), percentile(100), millis.size());
    }

    /** By nearest rank. */
    private double percentile(int percent) {
        var sorted = millis.stream().sorted().toList();
        return sorted.get(Math.max(0, (int) Math.ceil(sorted.size() * percent / 100.0) - 1));
    }
}
