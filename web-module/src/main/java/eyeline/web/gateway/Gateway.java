package eyeline.web.gateway;

import eyeline.core.account.Fence;
import eyeline.core.presence.Connection;
import eyeline.core.result.RefusalReason;
import eyeline.web.conversation.Replays;
import eyeline.web.http.AddressRates;
import eyeline.web.http.Faults;
import eyeline.web.socket.Answer;
import eyeline.web.socket.Connections;
import eyeline.web.socket.Ending;
import eyeline.web.socket.Link;
import eyeline.web.socket.Outbox;
import eyeline.web.socket.SocketLimits;
import eyeline.web.user.Admission;
import eyeline.web.wire.ClientCodec;
import eyeline.web.wire.Received;
import eyeline.web.wire.Request;
import eyeline.web.wire.Responses;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.websocket.Session;
import java.lang.System.Logger.Level;
import java.lang.System.Logger;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * The one way of a message from a socket to the core: whole, within the rate, readable, from somebody who may ask it, and then
 * answered once. The container calls it for one socket in order and on worker threads.
 */
@ApplicationScoped
public class Gateway {

    private static final Logger LOG = System.getLogger("eyeline.socket");
    private static final String LINK = Link.class.getName();

    @Inject
    Connections connections;
    @Inject
    Admission admission;
    @Inject
    Dispatch dispatch;
    @Inject
    AddressRates rates;
    @Inject
    Faults faults;
    @Inject
    Replays replays;
    @Inject
    Clock clock;
    @Resource
    ManagedExecutorService executor;

    void opened(Session session) {
        var ticket = (Ticket) session.getUserPrincipal();
        var link = new Link(ticket.door(), new Outbox(new SessionTransport(session, executor), clock), replays, clock);
        session.getUserProperties().put(LINK, link);
        session.setMaxIdleTimeout(containersIdleLimit(ticket).toMillis());
        connections.opened(link);
        ticket.takePass().ifPresent(pass -> Fence.runWithin(link.door().account(), () -> admit(link, ticket, pass)));
    }

    /**
     * The container sees pings, of which we are not told, but closes without the words that clients look for. Browsers cannot
     * ping, so their idle sockets are ours to close.
     */
    private static Duration containersIdleLimit(Ticket ticket) {
        return ticket.door().browser() ? SocketLimits.IDLE.multipliedBy(2) : SocketLimits.IDLE;
    }

    private void admit(Link link, Ticket ticket, Ticket.Pass pass) {
        if (pass instanceof Ticket.Pass.Login login) {
            admission.agent(link, login.agent(), login.bearer(), ticket.features());
        } else {
            admission.byHeader(link, ((Ticket.Pass.Token) pass).token(), ticket.features());
        }
    }

    void text(Session session, String part, boolean last) {
        link(session).ifPresent(link -> link.hear(part, last).ifPresent(message ->
                Fence.runWithin(link.door().account(), () -> message(session, link, message))));
    }

    void binary(Session session) {
        link(session).ifPresent(link -> link.close(Ending.BINARY));
    }

    void alive(Session session) {
        link(session).ifPresent(Link::alive);
    }

    void closed(Session session, int code) {
        link(session).ifPresent(link -> Fence.runWithin(link.door().account(), () -> admission.leave(link, link.departure(code))));
    }

    void failed(Session session, Throwable failure) {
        LOG.log(Level.DEBUG, "socket failed: {0}", failure.getClass().getName());
        link(session).ifPresent(link -> link.close(Ending.FAULT));
    }

    private static Optional<Link> link(Session session) {
        return Optional.ofNullable((Link) session.getUserProperties().get(LINK));
    }

    private void message(Session session, Link link, String message) {
        if (!withinRate(link)) {
            ClientCodec.refusal(message, RefusalReason.TOO_MANY).ifPresent(refused -> link.exchange(() -> Answer.of(refused)));
            return;
        }
        var received = ClientCodec.read(message);
        if (received instanceof Received.Good good) {
            link.exchange(() -> answer(session, link, good));
        } else if (received instanceof Received.Refused refused) {
            link.exchange(() -> Answer.of(refused.answer()));
        } else {
            link.close(Ending.UNREADABLE);
        }
    }

    /** Asked before anything is read: what is refused costs next to nothing. */
    private boolean withinRate(Link link) {
        var ofAddress = rates.take(link.door().address(), AddressRates.Kind.SOCKETS_OF_ADDRESS);
        var ofPerson = link.connection().map(Connection::person)
                .map(person -> rates.take(person.account() + "/" + person.id(), AddressRates.Kind.SOCKETS_OF_PERSON)).orElse(true);
        return link.withinRate(ofAddress && ofPerson);
    }

    private Answer answer(Session session, Link link, Received.Good good) {
        var to = Responses.to(good);
        try {
            return permitted(session, link, good, to);
        } catch (RuntimeException failure) {
            return broken(link, good, to, failure);
        }
    }

    private Answer permitted(Session session, Link link, Received.Good good, Responses to) {
        if (!good.type().maySend(link.door().side())) {
            return refused(to, RefusalReason.NOT_PERMITTED);
        }
        var connection = link.connection();
        if (connection.isPresent()) {
            return dispatch.answer(link, connection.get(), good);
        }
        return beforeAdmission(session, link, good, to);
    }

    private Answer beforeAdmission(Session session, Link link, Received.Good good, Responses to) {
        return switch (Before.of(good.type())) {
            case IDENTIFIES -> admission.byRequest(link, (Request.InitConnection) good.request(),
                    ((Ticket) session.getUserPrincipal()).features(), to);
            case TELLS_THE_TIME -> Answer.of(to.clock(clock.instant()));
            case REFUSED -> refused(to, RefusalReason.NOT_AUTHENTICATED);
        };
    }

    private static Answer refused(Responses to, RefusalReason reason) {
        return Answer.of(to.refused(reason.refusal()));
    }

    private Answer broken(Link link, Received.Good good, Responses to, RuntimeException failure) {
        return Answer.of(to.refused(faults.of("account=" + link.door().account() + " request=" + good.type(), failure)));
    }
}
