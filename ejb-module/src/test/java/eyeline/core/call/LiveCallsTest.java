package eyeline.core.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
    void keepsNothingOfACallThatHasEndedEvenForALateStep() {
        live.open(id, null);
        live.forget(id);
        live.open(id, null);
        assertEquals(0, live.count());
        assertTrue(live.find(id).isEmpty());
    }
}
