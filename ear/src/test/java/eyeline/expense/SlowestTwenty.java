package eyeline.expense;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The end of a build: prints which twenty classes of tests took most of the processors, as the table of {@code docs/testing.md}, and says what
 * became too dear. Seconds are those of the machine where that table was made, by {@link Yardstick}.
 */
public final class SlowestTwenty {
    private static final int TWENTY = 20;
    /** An ordinary class takes no more, but for those of the table. */
    private static final double LIMIT = 60;
    /** The table's sum may grow to that. */
    private static final double GROWTH = 1.25;
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([\\w.]+)` \\| \\d+ \\| (\\d+) \\|$");

    private SlowestTwenty() {
    }

    /**
     * @param arguments the folder of what classes took, the document, and {@code check} if too dear is a failure
     * @throws IllegalStateException if something became too dear
     */
    public static void main(String... arguments) throws IOException {
        var expenses = read(Path.of(arguments[0]));
        if (expenses.isEmpty()) {
            return;
        }
        var committed = table(Files.readString(Path.of(arguments[1])));
        if (arguments.length > 2) {
            var dear = tooDear(expenses, committed);
            if (!dear.isEmpty()) {
                throw new IllegalStateException("Tests became too dear (docs/testing.md): " + dear);
            }
            return;
        }
        System.out.printf("The slowest %d of %d classes of tests:%n| class | s | processor s |%n| --- | --- | --- |%n", TWENTY, expenses.size());
        expenses.stream().limit(TWENTY).forEach(each -> System.out.printf(Locale.ROOT, "| `%s` | %.0f | %.0f |%n", each.shortName(), each.seconds(), each.processor()));
        System.out.printf(Locale.ROOT, "All: %.0f s in their lanes, %.0f processor s%n", expenses.stream().mapToDouble(Expense::seconds).sum(),
                expenses.stream().mapToDouble(Expense::processor).sum());
    }

    /** The dearest first, in seconds of the table's machine. */
    static List<Expense> read(Path folder) throws IOException {
        var all = new ArrayList<Expense>();
        if (Files.isDirectory(folder)) {
            try (var files = Files.list(folder)) {
                for (var file : files.toList()) {
                    all.add(Expense.read(file));
                }
            }
        }
        var measured = all.stream().mapToDouble(Expense::yardstick).sorted().toArray();
        return all.stream().map(each -> new Expense(each.name(), each.seconds(), each.processor() * Yardstick.THERE_MILLIS / measured[measured.length / 2],
                each.yardstick(), each.ordinary())).sorted(Comparator.comparingDouble(Expense::processor).reversed()).toList();
    }

    /** Processor seconds by class. */
    static Map<String, Double> table(String document) {
        var table = new TreeMap<String, Double>();
        ROW.matcher(document).results().forEach(row -> table.put(row.group(1), Double.valueOf(row.group(2))));
        return table;
    }

    /** In words. Nothing is judged without a table, and the sum only where all of the table have run. */
    static List<String> tooDear(List<Expense> expenses, Map<String, Double> committed) {
        var dear = new ArrayList<String>();
        if (committed.isEmpty()) {
            return dear;
        }
        expenses.stream().filter(each -> each.ordinary() && each.processor() > LIMIT && !committed.containsKey(each.shortName()))
                .forEach(each -> dear.add(String.format(Locale.ROOT, "%s took %.0f processor seconds, over %.0f", each.shortName(), each.processor(), LIMIT)));
        var before = committed.values().stream().mapToDouble(Double::doubleValue).sum();
        var ran = expenses.stream().map(Expense::shortName).toList();
        var now = expenses.stream().limit(TWENTY).mapToDouble(Expense::processor).sum();
        if (ran.containsAll(committed.keySet()) && now > before * GROWTH) {
            dear.add(String.format(Locale.ROOT, "the slowest %d took %.0f processor seconds, over a quarter more than %.0f", TWENTY, now, before));
        }
        return dear;
    }
}
