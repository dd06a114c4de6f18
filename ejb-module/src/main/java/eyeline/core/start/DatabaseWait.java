package eyeline.core.start;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Waiting for a database at the start: a line when it begins and one a minute, until there is an answer or the time is over. */
public final class DatabaseWait {
    private static final Duration A_LINE_EVERY = Duration.ofMinutes(1);

    private final Instant begun;
    private final Duration limit;
    private Instant said = Instant.MIN;

    public DatabaseWait(Environment environment, Instant begun) {
        this.begun = begun;
        this.limit = Preconditions.databaseWait(environment);
    }

    /** What to tell operators now, if it is time for it. */
    public Optional<String> line(DatabaseAnswer answer, Instant now) {
        if (now.isBefore(said.plus(A_LINE_EVERY))) {
            return Optional.empty();
        }
        said = now;
        return Optional.of("not ready: " + answer.sentence() + "; waiting since " + Duration.between(begun, now).toSeconds() + " s, at most "
                + limit.toSeconds() + " s (" + Preconditions.WAIT + ")");
    }

    /** Why it makes no sense to wait any longer, if so. */
    public Optional<Obstacle> over(DatabaseAnswer answer, Instant now) {
        return switch (answer.state()) {
            case FITS -> Optional.empty();
            case UNFIT -> Optional.of(Obstacle.of(answer.sentence()));
            case AWAY -> now.isBefore(begun.plus(limit)) ? Optional.empty()
                    : Optional.of(new Obstacle(answer.sentence() + ", after " + limit.toSeconds()
                            + " s of waiting. Start it, or check EYELINE_DB_URL and the network between; " + Preconditions.WAIT + " is how long to wait.", Obstacle.PASSING));
        };
    }
}
