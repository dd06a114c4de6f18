package eyeline.operator;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The libraries of the programs speak only when something is wrong. */
public final class QuietLogging {
    // Held, because the logging of the JDK forgets a logger, and its level, that nobody holds.
    private static final List<Logger> HELD = List.of(Logger.getLogger(""), Logger.getLogger("org.flywaydb"), Logger.getLogger("io.zonky"));

    private QuietLogging() {
    }

    public static void apply() {
        HELD.forEach(logger -> logger.setLevel(Level.WARNING));
    }
}
