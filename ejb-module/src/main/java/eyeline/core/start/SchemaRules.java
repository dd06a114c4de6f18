package eyeline.core.start;

import eyeline.store.schema.SchemaStore;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What a database's answer means, in words. */
final class SchemaRules {
    /** The life of log-ins, invitations and tokens is written by one clock and read by the other. */
    static final Duration CLOCKS_APART = Duration.ofSeconds(2);
    /** A chain of causes that is longer is a circle. */
    private static final int DEPTH = 32;
    private static final String MIGRATE = "Run \"bin/eyeline migrate\" of this release with the owner's role.";

    private SchemaRules() {
    }

    static DatabaseAnswer of(SchemaStore.Seen seen, Instant here) {
        if (seen.version() < SchemaStore.NEEDED) {
            return older("of version " + seen.version());
        }
        var middle = seen.clock().plus(seen.took().dividedBy(2));
        var apart = Duration.between(middle, here);
        if (apart.abs().minus(seen.took()).compareTo(CLOCKS_APART) > 0) {
            return DatabaseAnswer.unfit(String.format(Locale.ROOT, "the clock of this server is %.1f s %s that of the database. Set both by NTP.",
                    apart.abs().toMillis() / 1000.0, apart.isNegative() ? "behind" : "ahead of"));
        }
        return DatabaseAnswer.FITTING;
    }

    /** The schema is of this version, or a newer one that is not known here. */
    static DatabaseAnswer of(int version, Optional<String> misfit) {
        return misfit.map(what -> DatabaseAnswer.unfit("the database's schema (version " + version + ") does not fit this release, which knows version "
                + SchemaStore.NEEDED + ": " + what + ". "
                + (version > SchemaStore.NEEDED ? "Deploy the release that the schema was made for." : "Restore the schema from a backup: somebody has changed it by hand.")))
                .orElse(DatabaseAnswer.FITTING);
    }

    static DatabaseAnswer of(Exception failure) {
        var state = state(failure);
        if (state.startsWith("28")) {
            return DatabaseAnswer.unfit("the database refuses the role. Check EYELINE_DB_USER and EYELINE_DB_PASSWORD.");
        }
        return switch (state) {
            case "3D000" -> DatabaseAnswer.unfit("the database server has no database of that name. Check EYELINE_DB_URL, or create it.");
            case "42P01", "3F000" -> DatabaseAnswer.unfit("the database has no schema of Eyeline. " + MIGRATE);
            case "42501" -> older("older than version " + SchemaStore.NEEDED + ", or not granted to the role in EYELINE_DB_USER");
            default -> new DatabaseAnswer(DatabaseAnswer.State.AWAY, "the database does not answer (" + root(failure).getClass().getSimpleName()
                    + (state.isEmpty() ? "" : " " + state) + ")");
        };
    }

    private static DatabaseAnswer older(String what) {
        return DatabaseAnswer.unfit("the database's schema is " + what + "; this release needs version " + SchemaStore.NEEDED + ". " + MIGRATE);
    }

    /** SQLSTATE of what lies deepest; the pool wraps it several times. */
    private static String state(Throwable failure) {
        return causes(failure).filter(SQLException.class::isInstance).map(cause -> ((SQLException) cause).getSQLState()).filter(Objects::nonNull)
                .reduce((outer, inner) -> inner).orElse("");
    }

    private static Throwable root(Throwable failure) {
        return causes(failure).reduce((outer, inner) -> inner).orElse(failure);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(DEPTH);
    }
}
