package eyeline.web.http;

import eyeline.core.result.Outage;
import eyeline.core.result.Refusal;
import eyeline.core.result.RefusalReason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What breaks on our side. The answer and the log share an id; what somebody sent, where to and with which secret is in neither. A
 * database that is away is one fault however many ask meanwhile: a line a minute, and one id.
 */
@ApplicationScoped
public class Faults {

    private static final Logger LOG = System.getLogger("eyeline.fault");
    private static final Duration A_LINE_EVERY = Duration.ofMinutes(1);
    /** A chain of causes that is longer is a circle. */
    private static final int DEPTH = 32;

    private String outage = "";
    private Instant lastLine = Instant.MIN;
    private Instant lastFailure = Instant.MIN;
    private long failures;

    @Inject
    Clock clock;

    /** Logs a failure. {@code where}: what was being done, in our own words. Returns what the one who asked is told. */
    public Refusal of(String where, Throwable failure) {
        return Outage.is(failure) ? away(where, failure) : broken(where, failure);
    }

    private static Refusal broken(String where, Throwable failure) {
        var id = UUID.randomUUID().toString();
        LOG.log(Level.ERROR, () -> "error=" + id + " " + where, failure);
        return told(RefusalReason.INTERNAL, id);
    }

    private synchronized Refusal away(String where, Throwable failure) {
        var now = clock.instant();
        if (lastFailure.isBefore(now.minus(A_LINE_EVERY))) {
            outage = UUID.randomUUID().toString();
            failures = 0;
            lastLine = Instant.MIN;
        }
        lastFailure = now;
        failures++;
        if (lastLine.isBefore(now.minus(A_LINE_EVERY))) {
            lastLine = now;
            LOG.log(Level.ERROR, "error={0} the database does not answer ({1}: {2}); refused so far: {3}", outage, where, root(failure), failures);
        }
        return told(RefusalReason.UNAVAILABLE, outage);
    }

    /** The kind of what lies deepest: its words may have what was asked for in them. */
    private static String root(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(DEPTH).reduce((outer, inner) -> inner)
                .map(root -> root.getClass().getSimpleName()).orElse("");
    }

    private static Refusal told(RefusalReason reason, String id) {
        return reason.because(reason.sentence() + " (" + id + ")");
    }
}
