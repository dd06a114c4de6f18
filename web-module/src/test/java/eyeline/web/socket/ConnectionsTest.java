package eyeline.web.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eyeline.core.call.CallPhase;
import eyeline.core.conversation.ConversationFilter;
import eyeline.core.conversation.ConversationState;
import eyeline.core.delivery.Addressee;
import eyeline.core.delivery.Notice;
import eyeline.core.presence.Connection;
import eyeline.core.user.Agent;
import eyeline.core.user.Consumer;
import eyeline.core.user.Person;
import eyeline.core.user.Role;
import eyeline.web.wire.Samples;
import eyeline.web.wire.Side;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConnectionsTest {

    private final Connections connections = new Connections();
    private final TestClock clock = new TestClock();

    private record Seat(Link link, FakeTransport transport) {
    }

    private Seat seat(Person person) {
        var transport = new FakeTransport();
        var link = new Link(new Link.Door(Samples.ACCOUNT, Side.AGENT, "192.0.2.7", true), new Outbox(transport, clock), (reader, behind) -> { }, clock);
        connections.opened(link);
        link.admit(new Connection(link.id(), person, Set.of()), now -> Optional.empty());
        connections.admitted(link);
        link.subscriptions(s -> {
            s.subscribeCalls();
            return s;
        });
        return new Seat(link, transport);
    }

    private static Consumer consumer() {
        return new Consumer(Samples.ACCOUNT, Samples.CONSUMER);
    }

    private static Agent manager() {
        return new Agent(Samples.ACCOUNT, Samples.AGENT, "501", "Ana", Set.of(Role.AGENT, Role.AGENT_MANAGER));
    }

    @Test
    void countsSocketsByAddressAndAccountUntilTheyAreGone() {
        var first = seat(consumer());
        seat(consumer());
        assertEquals(2, connections.from("192.0.2.7"));
        assertEquals(2, connections.of(Samples.ACCOUNT));
        connections.gone(first.link());
        connections.gone(first.link());
        assertEquals(1, connections.from("192.0.2.7"));
        assertEquals(1, connections.of(Samples.ACCOUNT));
        assertEquals(0, connections.from("192.0.2.8"));
    }

    @Test
    void reachesEverySocketOfAPersonAndNobodyElse() {
        var tab = seat(consumer());
        var otherTab = seat(consumer());
        var stranger = seat(new Consumer(Samples.ACCOUNT, "somebody else"));
        connections.deliver(new Addressee.Everywhere(Samples.ACCOUNT, Samples.CONSUMER),
                new Notice.CallChanged(Samples.call(CallPhase.INVITED)));
        assertEquals(1, tab.transport().sent.size());
        assertEquals(1, otherTab.transport().sent.size());
        assertEquals(0, stranger.transport().sent.size());
    }

    @Test
    void reachesOneSocketAlone() {
        var tab = seat(consumer());
        var otherTab = seat(consumer());
        connections.deliver(new Addressee.Socket(tab.link().id()), new Notice.CallChanged(Samples.call(CallPhase.INVITED)));
        assertEquals(1, tab.transport().sent.size());
        assertEquals(0, otherTab.transport().sent.size());
    }

    @Test
    void forgetsASocketThatIsGone() {
        var tab = seat(consumer());
        connections.gone(tab.link());
        connections.deliver(new Addressee.Everywhere(Samples.ACCOUNT, Samples.CONSUMER),
                new Notice.CallChanged(Samples.call(CallPhase.INVITED)));
        assertEquals(0, tab.transport().sent.size());
    }

    @Test
    void tellsAWatcherWhoTakesPartOnce() {
        var seat = seat(manager());
        var id = seat.link().subscriptions(s -> s.subscribeConversations(
                new ConversationFilter(Set.of(ConversationState.OPEN), 0, Optional.empty(), true))).orElseThrow();
        seat.link().subscriptions(s -> s.snapshot(id, java.util.List.of()));
        var notice = new Notice.ConversationChanged(Samples.view(ConversationState.OPEN, 5));
        connections.deliver(new Addressee.Everywhere(Samples.ACCOUNT, Samples.AGENT), notice);
        assertEquals(0, seat.transport().sent.size());
        connections.deliver(new Addressee.Watchers(Samples.ACCOUNT), notice);
        assertEquals(1, seat.transport().sent.size());
    }
}
