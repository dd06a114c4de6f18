package eyeline.core.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eyeline.core.presence.ConnectionId;
import eyeline.core.presence.Whereabouts;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LiveCallsTest {

    private final LiveCalls live = new LiveCalls();
    private final CallId id = CallId.random();

    @Test
    void keepsTheSessionOfAnOpenCall() {
        var call = live.open(id, null);
        assertEquals(call, live.open(id, null));
        assertEquals(1, live.count());
    }

    @Test
    void theSocketBeforeCannotLoseASideThatAnotherHasTakenUp() {
        var call = live.open(id, null);
        var before = ConnectionId.random();
        var after = ConnectionId.random();
        call.resume(Party.CONSUMER, after, call.claim(Party.CONSUMER, before));
        assertFalse(call.lose(Party.CONSUMER, before, Whereabouts.LEFT, null));
        assertEquals(Optional.of(after), call.owner(Party.CONSUMER));
        assertTrue(call.lose(Party.CONSUMER, after, Whereabouts.LEFT, null));
        assertTrue(call.owner(Party.CONSUMER).isEmpty());
    }

    @Test
    void keepsNothingOfACallThatHasEndedEvenForALateStep() {
        live.open(id, null);
        live.forget(id);
        live.open(id, null);
        assertEquals(0, live.count());
        assertTrue(live.find(id).isEmpty());
    }
}
