package eyeline.core.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eyeline.core.start.DatabaseAnswer.State;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DatabaseWaitTest {
    private static final Instant BEGUN = Instant.parse("2026-01-01T00:00:00Z");
    private static final DatabaseAnswer AWAY = new DatabaseAnswer(State.AWAY, "the database does not answer");

    private static DatabaseWait waiting(String... seconds) {
        return new DatabaseWait(new Environment(seconds.length == 0 ? Map.of() : Map.of("EYELINE_DB_WAIT_SECONDS", seconds[0])), BEGUN);
    }

    @Test
    void saysSoAtOnceAndThenOnceAMinute() {
        var wait = waiting();
        assertEquals(5, IntStream.range(0, 300).filter(second -> wait.line(AWAY, BEGUN.plusSeconds(second)).isPresent()).count());
    }

    @Test
    void givesUpAfterFiveMinutesUnlessToldOtherwise() {
        assertTrue(waiting().over(AWAY, BEGUN.plusSeconds(299)).isEmpty());
        var obstacle = waiting().over(AWAY, BEGUN.plusSeconds(300)).orElseThrow();
        assertEquals(Obstacle.PASSING, obstacle.exitCode());
        assertTrue(obstacle.sentence().contains("after 300 s"), obstacle.sentence());
        assertTrue(waiting("10").over(AWAY, BEGUN.plusSeconds(9)).isEmpty());
        assertTrue(waiting("10").over(AWAY, BEGUN.plusSeconds(10)).isPresent());
    }

    @Test
    void doesNotWaitForWhatWaitingDoesNotMend() {
        var obstacle = waiting().over(DatabaseAnswer.unfit("older"), BEGUN).orElseThrow();
        assertEquals(new Obstacle("older", Obstacle.CONFIGURATION), obstacle);
        assertTrue(waiting().over(DatabaseAnswer.FITTING, BEGUN.plusSeconds(900)).isEmpty());
    }
}
