package eyeline.web.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eyeline.core.call.CallPhase;
import eyeline.core.delivery.Notice;
import eyeline.core.presence.Connection;
import eyeline.core.presence.Whereabouts;
import eyeline.core.user.Consumer;
import eyeline.web.wire.ClientCodec;
import eyeline.web.wire.Received;
import eyeline.web.wire.Responses;
import eyeline.web.wire.Samples;
import eyeline.web.wire.Side;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LinkTest {

    private final FakeTransport transport = new FakeTransport();
    private final TestClock clock = new TestClock();
    private Optional<Ending> due = Optional.empty();
    private final Link link = link(true);

    private Link link(boolean browser) {
        return new Link(new Link.Door(Samples.ACCOUNT, Side.CONSUMER, "192.0.2.7", browser), new Outbox(transport, clock), clock);
    }

    private void admit() {
        link.admit(new Connection(link.id(), new Consumer(Samples.ACCOUNT, Samples.CONSUMER), Set.of()), now -> due);
        link.subscriptions(s -> {
            s.subscribeCalls();
            return s;
        });
    }

    private static Notice calling() {
        return new Notice.CallChanged(Samples.call(CallPhase.INVITED));
    }

    private static Answer done() {
        return Answer.of(Responses.to((Received.Good) ClientCodec.read("{\"id\":\"1\",\"type\":\"KeepAlive\"}")).done());
    }

    @Test
    void answersBeforeItTellsWhatCameUpMeanwhile() {
        admit();
        link.exchange(() -> {
            link.tell(calling());
            return done();
        });
        assertEquals(2, transport.sent.size());
        assertTrue(transport.sent.get(0).contains("\"resp\""));
        assertTrue(transport.sent.get(1).contains("call.StateNotification"));
    }

    @Test
    void tellsWhatWasHeldWhenAnAnswerFails() {
        admit();
        assertThrows(IllegalStateException.class, () -> link.exchange(() -> {
            link.tell(calling());
            throw new IllegalStateException();
        }));
        link.tell(calling());
        assertEquals(2, transport.sent.size());
    }

    @Test
    void tellsNothingBeforeItIsKnownWhoseItIs() {
        link.tell(calling());
        assertEquals(0, transport.sent.size());
    }

    @Test
    void isClosedWhenNobodyAuthenticatesInTime() {
        assertEquals(Optional.empty(), link.due());
        clock.pass(SocketLimits.AUTHENTICATION.plusMillis(1));
        assertEquals(Optional.of(Ending.INVALID_TOKEN), link.due());
    }

    @Test
    void isClosedWhenABrowserIsSilentForTooLong() {
        admit();
        clock.pass(SocketLimits.IDLE);
        assertEquals(Optional.empty(), link.due());
        link.hear("{}", true);
        clock.pass(Duration.ofMillis(1));
        assertEquals(Optional.empty(), link.due());
        clock.pass(SocketLimits.IDLE);
        assertEquals(Optional.of(Ending.IDLE), link.due());
        assertTrue(Ending.IDLE.reason().contains("nection timed out"));
    }

    @Test
    void leavesIdleSocketsThatMayPingToTheContainer() {
        var other = link(false);
        other.admit(new Connection(other.id(), new Consumer(Samples.ACCOUNT, Samples.CONSUMER), Set.of()), now -> due);
        clock.pass(SocketLimits.IDLE.multipliedBy(2));
        assertEquals(Optional.empty(), other.due());
    }

    @Test
    void isClosedWhenItIsAskedForASignOfLifeAndGivesNone() {
        admit();
        link.ask();
        assertEquals(0, transport.pings);
        clock.pass(SocketLimits.PING);
        link.ask();
        link.ask();
        assertEquals(1, transport.pings);
        clock.pass(SocketLimits.SILENCE);
        link.ask();
        assertEquals(Optional.empty(), link.due());
        clock.pass(Duration.ofMillis(1));
        assertEquals(Optional.of(Ending.SILENT), link.due());
        assertEquals(SocketLimits.PING.plus(SocketLimits.SILENCE).plusMillis(1), link.silence());
        link.alive();
        assertEquals(Optional.empty(), link.due());
        assertEquals(Duration.ZERO, link.silence());
    }

    @Test
    void knowsAPageThatWasLeftFromASocketThatBroke() {
        assertEquals(Whereabouts.LEFT, link.departure(1001));
        assertEquals(Whereabouts.LOST, link.departure(1006));
        link.close(Ending.FAULT);
        assertEquals(Whereabouts.LEFT, link.departure(1001), "what we sent when it was left failed");
        link.close(Ending.IDLE);
        assertEquals(Whereabouts.LOST, link.departure(1001));
    }

    @Test
    void isClosedWhenTheTokenRunsOut() {
        admit();
        due = Optional.of(Ending.EXPIRED_TOKEN);
        assertEquals(Optional.of(Ending.EXPIRED_TOKEN), link.due());
    }

    @Test
    void refusesOverTheRateAndThenCloses() {
        for (int i = 0; i < SocketLimits.REQUEST_BURST; i++) {
            assertTrue(link.withinRate());
        }
        for (int i = 0; i < SocketLimits.REFUSALS_BEFORE_CLOSE; i++) {
            assertFalse(link.withinRate());
        }
        assertEquals(Optional.empty(), transport.closed);
        assertFalse(link.withinRate());
        assertEquals(Optional.of(Ending.RATE), transport.closed);
    }

    @Test
    void isClosedWhenItGoesOnOverTheRateAlthoughMostIsLetThrough() {
        while (link.withinRate()) {
            // the burst
        }
        var step = Duration.ofMillis(20);
        for (var gone = Duration.ZERO; gone.compareTo(SocketLimits.FLOOD.minus(step)) < 0; gone = gone.plus(step)) {
            clock.pass(step);
            link.withinRate();
            assertEquals(Optional.empty(), transport.closed);
        }
        for (int i = 0; i < 6; i++) {
            clock.pass(step);
            link.withinRate();
        }
        assertEquals(Optional.of(Ending.RATE), transport.closed);
    }

    @Test
    void forgetsAFloodThatIsOver() {
        for (int flood = 0; flood < 5; flood++) {
            while (link.withinRate()) {
                // the burst
            }
            clock.pass(Duration.ofSeconds(4));
        }
        assertEquals(Optional.empty(), transport.closed);
    }

    @Test
    void isClosedForAMessageThatIsTooLarge() {
        assertEquals(Optional.empty(), link.hear("x".repeat(66_000), true));
        assertEquals(Optional.of(Ending.MESSAGE_TOO_LARGE), transport.closed);
    }

    /** What an agent may do in each of many conversations. */
    @Test
    void manyOfAKindThatCameTogetherAreToldToASlowReaderAsToOneWhoAsked() {
        admit();
        transport.slow = true;
        var many = Collections.nCopies(SocketLimits.HELD_NOTICES + 44, calling());
        link.exchange(() -> {
            link.tell(new Notice.Together(many));
            return done();
        });
        while (transport.underWay() > 0) {
            transport.leave(true);
        }
        assertEquals(1 + many.size(), transport.sent.size());
        assertEquals(Optional.empty(), transport.closed);
    }

    @Test
    void closesRatherThanHoldingWithoutBound() {
        admit();
        link.exchange(() -> {
            for (int i = 0; i <= SocketLimits.HELD_NOTICES; i++) {
                link.tell(calling());
            }
            return done();
        });
        assertEquals(Optional.of(Ending.SLOW_READER), transport.closed);
    }
}
