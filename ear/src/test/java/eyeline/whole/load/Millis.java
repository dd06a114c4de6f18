package eyeline.whole.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Times of one kind, with and without a load, round by round. */
final class Millis {
    private final List<List<Double>> without = new ArrayList<>();
    private final List<List<Double>> beside = new ArrayList<>();

    void without(List<Double> round) {
        without.add(round);
    }

    void beside(List<Double> round) {
        beside.add(round);
    }

    /** The median over the rounds of how much longer it takes at this percentile. */
    double ratio(int percent) {
        return percentile(IntStream.range(0, without.size()).mapToObj(i -> percentile(beside.get(i), percent) / percentile(without.get(i), percent)).toList(), 50);
    }

    void print(String what) {
        System.out.printf(Locale.ROOT, "Figures: %s: p50 %.1f ms without, %.1f ms beside (ratio %.2f); p99 %.1f and %.1f ms (ratio %.2f); %d rounds, %d times%n", what,
                of(without, 50), of(beside, 50), ratio(50), of(without, 99), of(beside, 99), ratio(99), without.size(),
                without.stream().mapToInt(List::size).sum());
    }

    private static double of(List<List<Double>> rounds, int percent) {
        return percentile(rounds.stream().map(round -> percentile(round, percent)).toList(), 50);
    }

    /** By nearest rank. */
    private static double percentile(List<Double> times, int percent) {
        var sorted = times.stream().sorted().toList();
        return sorted.get(Math.max(0, (int) Math.ceil(sorted.size() * percent / 100.0) - 1));
    }
}
