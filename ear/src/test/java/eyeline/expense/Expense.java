package eyeline.expense;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * What a class of tests took: seconds on the clock, seconds of processors, what the yardstick took then (milliseconds of a processor), and
 * whether every build runs it. Kept as one line of a file that has the name of the class.
 */
record Expense(String name, double seconds, double processor, double yardstick, boolean ordinary) {

    void writeInto(Path folder) throws IOException {
        Files.writeString(Files.createDirectories(folder).resolve(name),
                String.format(Locale.ROOT, "%s %.1f %.1f %.1f %s%n", name, seconds, processor, yardstick, ordinary));
    }

    static Expense read(Path file) throws IOException {
        var fields = Files.readString(file).strip().split(" ");
        return new Expense(fields[0], Double.parseDouble(fields[1]), Double.parseDouble(fields[2]), Double.parseDouble(fields[3]), Boolean.parseBoolean(fields[4]));
    }

    /** As the documents name it. */
    String shortName() {
        return name.replaceFirst("^eyeline\\.(whole\\.)?", "");
    }
}
