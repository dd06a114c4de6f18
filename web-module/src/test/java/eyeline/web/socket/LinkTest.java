package eyeline.web.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eyeline.core.call.CallPhase;
import eyeline.core.conversation.Audience;
import eyeline.core.conversation.TranscriptPage;
import eyeline.core.delivery.Notice;
import eyeline.core.presence.Connection;
import eyeline.core.presence.Whereabouts;
import eyeline.core.user.Consumer;
import eyeline.web.subscription.Behind;
import eyeline.web.wire.ClientCodec;
import eyeline.web.wire.Received;
import eyeline.web.wire.Responses;
import eyeline.web.wire.Samples;
import eyeline.web.wire.Side;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LinkTest {

    private final FakeTransport transport = new FakeTransport();
    private final TestClock clock = new TestClock();
    private Optional<Ending> due = Optional.empty();
    private final List<Behind> asked = new ArrayList<>();
    private final Link link = link(true);

    private Link link(boolean browser) {
        return new Link(new Link.Door(Samples.ACCOUNT, Side.CONSUMER, "192.0.2.7", browser), new Outbox(transport, clock), (reader, behind) -> asked.add(behind), clock);
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
    void whoMayNotBeHereAnyMoreIsNotHeardAndToldNothingNewAndHearsWhatWaits() {
        admit();
        transport.slow = true;
        link.tell(calling());
        link.dismiss(Ending.INVALID_TOKEN);
        link.tell(calling());
        assertEquals(Optional.empty(), link.hear("{}", true));
        assertEquals(Optional.empty(), transport.closed);
        transport.leave(true);
        assertEquals(Optional.of(Ending.INVALID_TOKEN), transport.closed);
        assertEquals(1, transport.sent.size());
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
            assertTrue(link.withinRate(true));
        }
        for (int i = 0; i < SocketLimits.REFUSALS_BEFORE_CLOSE; i++) {
            assertFalse(link.withinRate(true));
        }
        assertEquals(Optional.empty(), transport.closed);
        assertFalse(link.withinRate(true));
        assertEquals(Optional.of(Ending.RATE), transport.closed);
    }

    @Test
    void isClosedWhenItGoesOnOverTheRateAlthoughMostIsLetThrough() {
        while (link.withinRate(true)) {
            // the burst
        }
        var step = Duration.ofMillis(20);
        for (var gone = Duration.ZERO; gone.compareTo(SocketLimits.FLOOD.minus(step)) < 0; gone = gone.plus(step)) {
            clock.pass(step);
            link.withinRate(true);
            assertEquals(Optional.empty(), transport.closed);
        }
        for (int i = 0; i < 6; i++) {
            clock.pass(step);
            link.withinRate(true);
        }
        assertEquals(Optional.of(Ending.RATE), transport.closed);
    }

    @Test
    void whoAsksLittleIsLetThroughAlthoughOthersFillTheAddress() {
        for (int i = 0; i < SocketLimits.CALM_BURST; i++) {
            assertTrue(link.withinRate(false));
        }
        assertFalse(link.withinRate(false), "no longer calm");
        for (int second = 0; second < 60; second++) {
            clock.pass(Duration.ofSeconds(1));
            for (int i = 0; i < SocketLimits.CALM_PER_SECOND; i++) {
                assertTrue(link.withinRate(false));
            }
        }
        clock.pass(Duration.ofMillis(25));
        assertFalse(link.withinRate(false));
        clock.pass(Duration.ofMillis(25));
        assertTrue(link.withinRate(true));
        assertEquals(Optional.empty(), transport.closed);
    }

    @Test
    void forgetsAFloodThatIsOver() {
        for (int flood = 0; flood < 5; flood++) {
            while (link.withinRate(true)) {
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

    private void follows(int... from) {
        for (int sequence : from) {
            link.exchange(() -> {
                link.subscriptions(s -> {
                    s.subscribeEvents(Samples.CONVERSATION, sequence);
                    return s;
                });
                return done();
            });
        }
    }

    /** The page that was asked for last has been read. */
    private void read(int next, boolean complete) {
        var behind = asked.get(asked.size() - 1);
        var events = IntStream.range(behind.from(), next).mapToObj(sequence -> Samples.event(sequence, Audience.ALL)).toList();
        link.page(behind, new TranscriptPage(events, next, complete));
    }

    @Test
    void readsTheNextPageWhenTheOneBeforeHasLeft() {
        admit();
        follows(1);
        transport.slow = true;
        read(51, false);
        assertEquals(1, asked.size(), "asked for more than the reader has taken");
        transport.leave(true);
        assertEquals(new Behind(Samples.CONVERSATION, 51), asked.get(1));
        read(60, true);
        transport.leave(true);
        assertEquals(2, asked.size());
        assertEquals(3, transport.sent.size());
    }

    @Test
    void answersBeforeItSendsAPage() {
        admit();
        follows(1);
        link.exchange(() -> {
            read(10, true);
            return done();
        });
        assertEquals(2, transport.sent.size(), "the page went before the answer");
        assertEquals(2, asked.size(), "the page is lost");
        read(10, true);
        assertTrue(transport.sent.get(2).contains("MessagingEvent"));
    }

    @Test
    void readsWhatIsMissingBeforeWhatItIsTold() {
        admit();
        follows(1);
        read(3, true);
        link.tell(new Notice.TranscriptAppended(Samples.CONVERSATION, List.of(Samples.event(9, Audience.ALL))));
        assertEquals(new Behind(Samples.CONVERSATION, 3), asked.get(1));
        assertEquals(2, transport.sent.size());
        read(10, true);
        assertTrue(transport.sent.get(2).contains("\"sequence\":9"));
    }

    @Test
    void hearsNoMoreOfWhatMayNotBeReadAnyLonger() {
        admit();
        follows(1);
        link.unreadable(asked.get(0));
        link.tell(new Notice.TranscriptAppended(Samples.CONVERSATION, List.of(Samples.event(1, Audience.ALL))));
        assertEquals(1, transport.sent.size());
        assertEquals(1, asked.size());
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
