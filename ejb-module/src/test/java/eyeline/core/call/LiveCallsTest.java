package eyeline.core.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eyeline.core.presence.Connection;
import eyeline.core.presence.ConnectionId;
import eyeline.core.presence.Whereabouts;
import eyeline.core.user.LogInId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
        var before = socket(Optional.empty());
        var after = socket(Optional.empty());
        call.resume(Party.CONSUMER, after, call.claim(Party.CONSUMER, before));
        assertFalse(call.lose(Party.CONSUMER, before.id(), Whereabouts.LEFT, Instant.EPOCH, null));
        assertEquals(Optional.of(after.id()), call.owner(Party.CONSUMER));
        assertTrue(call.lose(Party.CONSUMER, after.id(), Whereabouts.LEFT, Instant.EPOCH, null));
        assertTrue(call.owner(Party.CONSUMER).isEmpty());
    }

    @Test
    void knowsOnWhichLogInASideRestsAlsoWhileNoSocketIsThere() {
        var call = live.open(id, null);
        assertEquals(Optional.empty(), call.logIn(Party.AGENT));
        var first = socket(Optional.of(LogInId.of("one")));
        var key = call.claim(Party.AGENT, first);
        call.lose(Party.AGENT, first.id(), Whereabouts.LEFT, Instant.EPOCH, null);
        assertEquals(first.logIn(), call.logIn(Party.AGENT));
        var next = socket(Optional.of(LogInId.of("other")));
        call.resume(Party.AGENT, next, key);
        assertEquals(next.logIn(), call.logIn(Party.AGENT));
    }

    private static Connection socket(Optional<LogInId> logIn) {
        return new Connection(ConnectionId.random(), null, Set.of(), logIn);
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
        var owner = socket(Optional.empty());
        call.claim(Party.AGENT, owner);
        var now = Instant.parse("2026-11-29T10:00:30Z");
        assertEquals(now, call.alive(new CallCommand.Lose(Party.AGENT, false), now));
        assertEquals(List.of(id), live.inhabited());
        assertTrue(call.lose(Party.AGENT, owner.id(), Whereabouts.LOST, now.minusSeconds(12), null));
        assertEquals(now.minusSeconds(12), call.alive(new CallCommand.Lose(Party.AGENT, false), now));
        assertEquals(now.minusSeconds(12), call.alive(new CallCommand.ShutDown(), now));
        assertEquals(now, call.alive(new CallCommand.HangUp(Party.CONSUMER), now));
        assertEquals(List.of(), live.inhabited());
    }

    @Test
    void oneEndIsKeptAtATimeHoweverOftenSomebodyPresses() {
        var call = live.open(id, null);
        assertTrue(call.keepsEnd());
        assertFalse(call.keepsEnd());
        call.endWritten();
        assertTrue(call.keepsEnd());
    }
}
