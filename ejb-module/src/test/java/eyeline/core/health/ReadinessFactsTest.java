package eyeline.core.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eyeline.core.start.DatabaseAnswer;
import eyeline.core.start.DatabaseAnswer.State;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReadinessFactsTest {

    /** Ready is the one of all combinations in which nothing is in the way; every other says what is. */
    @Test
    void oneThingInTheWayIsEnough() {
        for (var open : new boolean[] {true, false}) {
            for (var leaving : new boolean[] {true, false}) {
                for (var state : State.values()) {
                    for (var https : new String[] {null, "the certificate of HTTPS ended"}) {
                        var facts = new ReadinessFacts(open, leaving, new DatabaseAnswer(state, state == State.FITS ? "" : "database"), Optional.ofNullable(https));
                        var clear = open && !leaving && state == State.FITS && https == null;
                        assertEquals(clear, facts.ready(), facts.toString());
                        assertEquals(clear, facts.why().isEmpty(), facts.toString());
                    }
                }
            }
        }
    }

    @Test
    void whoLeavesSaysThatFirst() {
        var facts = new ReadinessFacts(false, true, new DatabaseAnswer(State.AWAY, "database"), Optional.empty());
        assertTrue(facts.why().contains("drained"), facts.why());
    }
}
