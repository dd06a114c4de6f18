package eyeline.core.time;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/** The one clock that decides: the server's, in whole milliseconds, as the wire and PostgreSQL keep it. */
@Dependent
public class ServerClock {

    @Produces
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.of(1, ChronoUnit.MILLIS));
    }
}
