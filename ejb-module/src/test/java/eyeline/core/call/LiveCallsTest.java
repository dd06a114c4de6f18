package eyeline.core.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eyeline.core.presence.ConnectionId;
import eyeline.core.presence.Whereabouts;
import java.time.Instant;
import java.util.List;
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
        assertFalse(call.lose(Party.CONSUMER, before, Whereabouts.LEFT, Instant.EPOCH, null));
        assertEquals(Optional.of(after), call.owner(Party.CONSUMER));
        assertTrue(call.lose(Party.CONSUMER, after, Whereabouts.LEFT, Instant.EPOCH, null));
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

    @Test
    void aSideLivesWhileItHasAnOwnerAndThenUntilItWasLastHeard() {
        var call = live.open(id, null);
        var owner = ConnectionId.random();
        call.claim(Party.AGENT, owner);
        var now = Instant.parse("2026-11-29T10:00:30Z");
        assertEquals(now, call.alive(new CallCommand.Lose(Party.AGENT), now));
        assertEquals(List.of(id), live.inhabited());
        assertTrue(call.lose(Party.AGENT, owner, Whereabouts.LOST, now.minusSeconds(12), null));
        assertEquals(now.minusSeconds(12), call.alive(new CallCommand.Lose(Party.AGENT), now));
        assertEquals(now.minusSeconds(12), call.alive(new CallCommand.ShutDown(), now));
        assertEquals(now, call.alive(new CallCommand.HangUp(Party.CONSUMER), now));
        assertEquals(List.of(), live.inhabited());
    }
}
