package eyeline.core.call;

import eyeline.core.account.Account;
import eyeline.core.presence.ConnectionId;
import eyeline.core.user.Secrets;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Future;

/**
 * The session data of one open call: who is connected where, and secrets. In memory only, for the length of the call; its
 * monitor guards it.
 */
final class LiveCall {
    private final CallId id;
    private final CallParties parties;
    private final String serviceSecret = UUID.randomUUID().toString();
    private final Side agent = new Side();
    private final Side consumer = new Side();
    private CallState state = CallState.NONE;
    private Account settings;
    private Future<?> deadline;

    private static final class Side {
        private ConnectionId owner;
        private String sessionKey;
        private Future<?> loss;
    }

    LiveCall(CallId id, CallParties parties) {
        this.id = id;
        this.parties = parties;
    }

    CallId id() {
        return id;
    }

    CallParties parties() {
        return parties;
    }

    synchronized CallState state() {
        return state;
    }

    /** Takes note of a committed state; one that is older than what is known changes nothing. True if it was news. */
    synchronized boolean observe(CallState committed) {
        if (committed.seq() <= state.seq()) {
            return false;
        }
        state = committed;
        return true;
    }

    /** This socket owns the side from now on; the answer is the key with which the session may take it up again. */
    synchronized String claim(Party party, ConnectionId connection) {
        var side = side(party);
        side.owner = connection;
        side.sessionKey = Secrets.random();
        return side.sessionKey;
    }

    /** Whether the key is this side's; if so the socket owns the side, and a running loss is called off. */
    synchronized boolean resume(Party party, ConnectionId connection, String sessionKey) {
        var side = side(party);
        if (side.sessionKey == null || !Secrets.same(side.sessionKey, sessionKey)) {
            return false;
        }
        side.owner = connection;
        cancel(side.loss);
        side.loss = null;
        return true;
    }

    synchronized Optional<ConnectionId> owner(Party party) {
        return Optional.ofNullable(side(party).owner);
    }

    /** The side that this socket owns. */
    synchronized Optional<Party> sideOf(ConnectionId connection) {
        if (connection.equals(agent.owner)) {
            return Optional.of(Party.AGENT);
        }
        return connection.equals(consumer.owner) ? Optional.of(Party.CONSUMER) : Optional.empty();
    }

    /** The owner's socket is gone; {@code loss} ends the call if the session does not come back in time. */
    synchronized void losing(Party party, Future<?> loss) {
        side(party).loss = loss;
    }

    /** What happens at the call's next deadline; replaces the one before. */
    synchronized void deadline(Future<?> next) {
        cancel(deadline);
        deadline = next;
    }

    /** It has ended: no signal passes any more, nothing is armed. */
    synchronized void end(CallState ended) {
        observe(ended);
        disarm();
    }

    /** Calls off everything that is armed. */
    synchronized void disarm() {
        cancel(deadline);
        cancel(agent.loss);
        cancel(consumer.loss);
    }

    /** The account's settings as they were at the invitation: they hold to the end of the call. */
    synchronized void settings(Account account) {
        settings = account;
    }

    synchronized Optional<Account> settings() {
        return Optional.ofNullable(settings);
    }

    String serviceSecret() {
        return serviceSecret;
    }

    private Side side(Party party) {
        return switch (party) {
            case AGENT -> agent;
            case CONSUMER -> consumer;
            case SERVER -> throw new IllegalArgumentException("the server has no side");
        };
    }

    private static void cancel(Future<?> future) {
        if (future != null) {
            future.cancel(false);
        }
    }
}
