package eyeline.web.user;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eyeline.web.socket.Ending;
import eyeline.web.socket.SocketLimits;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** When an agent's log-in is looked up again. */
class LoginWatchTest {
    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");
    private static final Duration HOURS = Duration.ofHours(8);

    private Optional<Instant> until = Optional.of(START.plus(HOURS));
    private int lookedUp;
    private final LoginWatch watch = new LoginWatch(() -> {
        lookedUp++;
        return until;
    });

    private Optional<Ending> after(Duration passed) {
        return watch.due(START.plus(passed));
    }

    @Test
    void isLookedUpNowAndThen() {
        assertEquals(Optional.empty(), after(Duration.ZERO));
        after(Duration.ofSeconds(1));
        assertEquals(1, lookedUp);
        assertEquals(Optional.empty(), after(SocketLimits.LOGIN_CHECK));
        assertEquals(2, lookedUp);
    }

    @Test
    void isLookedUpAtOnceWhenItIsDoubted() {
        after(Duration.ZERO);
        until = Optional.empty();
        assertEquals(Optional.empty(), after(Duration.ofSeconds(1)));
        watch.doubt();
        assertEquals(Optional.of(Ending.INVALID_TOKEN), after(Duration.ofSeconds(1)));
    }

    @Test
    void isLookedUpWhenItWouldRunOutAndNotAMinuteLater() {
        until = Optional.of(START.plusSeconds(10));
        after(Duration.ZERO);
        until = Optional.empty();
        assertEquals(Optional.empty(), after(Duration.ofSeconds(9)));
        assertEquals(Optional.of(Ending.INVALID_TOKEN), after(Duration.ofSeconds(10)));
    }

    @Test
    void goesOnWhenItWasProlonged() {
        until = Optional.of(START.plusSeconds(10));
        after(Duration.ZERO);
        until = Optional.of(START.plus(HOURS));
        assertEquals(Optional.empty(), after(Duration.ofSeconds(10)));
        after(Duration.ofSeconds(11));
        assertEquals(2, lookedUp);
    }
}
