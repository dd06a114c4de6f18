package eyeline.core.health;

import eyeline.core.start.DatabaseAnswer;
import java.util.Optional;

/**
 * What readiness is made of. {@code open}: the start is through. {@code leaving}: it is drained, suspended or stopped. {@code https}: what is
 * wrong with what HTTPS shows, if anything is.
 */
record ReadinessFacts(boolean open, boolean leaving, DatabaseAnswer database, Optional<String> https) {

    boolean ready() {
        return open && !leaving && database.state() == DatabaseAnswer.State.FITS && https.isEmpty();
    }

    /** For operators; empty if nothing is in the way. Who leaves is not told of anything else. */
    String why() {
        if (leaving) {
            return "the server is being drained, suspended or stopped";
        }
        if (database.state() != DatabaseAnswer.State.FITS) {
            return database.sentence();
        }
        return https.orElse(open ? "" : "the start is not through");
    }
}
