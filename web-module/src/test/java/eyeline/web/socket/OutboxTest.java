package eyeline.web.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OutboxTest {

    private final FakeTransport transport = new FakeTransport();
    private final TestClock clock = new TestClock();
    private final Outbox outbox = new Outbox(transport, clock);

    @Test
    void sendsOneMessageAtATimeInOrder() {
        transport.slow = true;
        outbox.answer("1");
        outbox.tell("2");
        outbox.tell("3");
        assertEquals(List.of("1"), transport.sent);
        transport.leave(true);
        assertEquals(List.of("1", "2"), transport.sent);
        assertEquals(1, transport.underWay());
    }

    @Test
    void closesASlowReaderAfterSoManyMessages() {
        transport.slow = true;
        for (int i = 0; i <= SocketLimits.OUTBOX_MESSAGES; i++) {
            outbox.tell("x");
        }
        assertEquals(Optional.empty(), transport.closed);
        outbox.tell("one too many");
        assertEquals(Optional.of(Ending.SLOW_READER), transport.closed);
    }

    @Test
    void closesASlowReaderAfterSoManyBytes() {
        transport.slow = true;
        outbox.tell("under way");
        outbox.tell("é".repeat(SocketLimits.OUTBOX_BYTES / 2));
        assertEquals(Optional.empty(), transport.closed);
        outbox.tell("x");
        assertEquals(Optional.of(Ending.SLOW_READER), transport.closed);
    }

    @Test
    void letsAnAnswerBeLargerThanWhatMayWaitUnasked() {
        transport.slow = true;
        outbox.answer("first");
        outbox.answer("x".repeat(2 * SocketLimits.OUTBOX_BYTES));
        assertEquals(Optional.empty(), transport.closed);
    }

    @Test
    void takesNothingAfterTheClose() {
        outbox.close(Ending.RATE);
        outbox.tell("late");
        outbox.close(Ending.IDLE);
        assertEquals(List.of(), transport.sent);
        assertEquals(Optional.of(Ending.RATE), transport.closed);
    }

    @Test
    void dropsWhatWaitsWhenAMessageCouldNotLeave() {
        transport.slow = true;
        outbox.tell("1");
        outbox.tell("2");
        transport.leave(false);
        assertEquals(List.of("1"), transport.sent);
        assertTrue(outbox.isClosed());
    }

    @Test
    void isStuckWhenAMessageTakesTooLong() {
        transport.slow = true;
        outbox.tell("1");
        assertFalse(outbox.stuck());
        clock.pass(SocketLimits.SEND_TIME.plus(Duration.ofMillis(1)));
        assertTrue(outbox.stuck());
        transport.leave(true);
        assertFalse(outbox.stuck());
    }

    @Test
    void saysTheLastWordBeforeItCloses() {
        transport.slow = true;
        outbox.answer("no");
        outbox.closeAfterwards(Ending.INVALID_TOKEN);
        assertEquals(Optional.empty(), transport.closed);
        transport.leave(true);
        assertEquals(Optional.of(Ending.INVALID_TOKEN), transport.closed);
    }

    @Test
    void tellsWhenAnAnswerHasLeftAndNotWhenItCouldNot() {
        var left = new ArrayList<String>();
        transport.slow = true;
        outbox.answer("1", () -> left.add("1"));
        outbox.answer("2", () -> left.add("2"));
        assertEquals(List.of(), left);
        transport.leave(true);
        assertEquals(List.of("1"), left);
        transport.leave(false);
        assertEquals(List.of("1"), left);
    }

    @Test
    void doesNotNestManySends() {
        transport.slow = true;
        outbox.answer("0");
        for (int i = 0; i < 20_000; i++) {
            outbox.answer("x");
        }
        transport.slow = false;
        transport.leave(true);
        assertEquals(20_001, transport.sent.size());
    }
}
