package eyeline.core.result;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;

/** A database that does not answer: nobody's mistake, and over some time. */
public final class Outage {
    /** A chain of causes that is longer is a circle. */
    private static final int DEPTH = 32;
    /** Operator intervention, and too many connections (PostgreSQL, appendix A). */
    private static final Set<String> STATES = Set.of("57P01", "57P02", "57P03", "53300");
    /** SQLSTATE class 08: connection exception. */
    private static final String CONNECTION = "08";
    /** The pool's own, which has no SQLSTATE: IJ000453 and its kind. */
    private static final String NO_CONNECTION = "jakarta.resource.ResourceException";

    private Outage() {
    }

    /** Whether that is why it failed. */
    public static boolean is(Throwable failure) {
        var cause = failure;
        for (int depth = 0; cause != null && depth < DEPTH; depth++) {
            if (saysSo(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static boolean saysSo(Throwable cause) {
        if (cause instanceof SQLException sql) {
            var state = sql.getSQLState();
            return cause instanceof SQLTransientConnectionException || state != null && (state.startsWith(CONNECTION) || STATES.contains(state));
        }
        for (Class<?> type = cause.getClass(); type != null; type = type.getSuperclass()) {
            if (type.getName().equals(NO_CONNECTION)) {
                return true;
            }
        }
        return false;
    }
}
