package eyeline.operator.check;

import eyeline.operator.look.Row;
import java.util.List;

/** The Java that runs this, which is the server's if both find it the same way. */
record JavaLook() {
    private static final int OLDEST = 17;
    private static final int NEWEST_TESTED = 25;

    List<Row> rows() {
        return List.of(row(Runtime.version().feature(), System.getProperty("java.home")));
    }

    static Row row(int version, String home) {
        String found = version + " in " + home;
        if (version < OLDEST) {
            return Row.red("Java", found + ".", "Java " + OLDEST + " to " + NEWEST_TESTED + " is needed.");
        }
        return version <= NEWEST_TESTED ? Row.green("Java", found) : Row.yellow("Java", found + ".", "Eyeline is tested with Java " + OLDEST + " to " + NEWEST_TESTED + ".");
    }
}
