package eyeline.core.call;

import eyeline.core.account.Account;
import eyeline.core.presence.Connection;
import eyeline.core.presence.ConnectionId;
import eyeline.core.presence.Whereabouts;
import eyeline.core.user.LogInId;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * The session data of one open call: who is connected where, and secrets. In memory only, for the length of the call; its
 * monitor guards it.
 */
final class LiveCall {
    private final CallId id;
    private final CallParties parties;
    private final String serviceSecret = UUID.randomUUID().toString();
    private final LiveSide agent = new LiveSide();
    private final LiveSide consumer = new LiveSide();
    private CallState state = CallState.NONE;
    private Account settings;
    private long round;
    private String offer;
    private Future<?> deadline;
    private boolean endKept;

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
        if (state.phase() != CallPhase.INVITED && state.phase() != CallPhase.ACCEPTED) {
            withdrawOffer();
        }
        return true;
    }

    /** This socket owns the side from now on; the answer is the number of the key with which the session may take it up again. */
    synchronized int claim(Party party, Connection connection) {
        var side = side(party);
        side.own(connection);
        return side.nextKey();
    }

    /** With a key of this number the socket owns the side, and a running loss is called off; the number of the next key. */
    synchronized OptionalInt resume(Party party, Connection connection, int keyNumber) {
        var side = side(party);
        if (!side.mayUse(keyNumber)) {
            return OptionalInt.empty();
        }
        side.own(connection);
        return OptionalInt.of(side.keyAfter(keyNumber));
    }

    synchronized Optional<ConnectionId> owner(Party party) {
        return side(party).owner();
    }

    /** On which log-in the owner of the side rests, or rested before it was gone. */
    synchronized Optional<LogInId> logIn(Party party) {
        return side(party).logIn();
    }

    synchronized Whereabouts whereabouts(Party party) {
        return side(party).whereabouts();
    }

    /** Whether nobody is left in it, or nobody has come back yet. */
    synchronized boolean deserted() {
        return agent.owner().isEmpty() && consumer.owner().isEmpty();
    }

    /** The side that this socket owns. */
    synchronized Optional<Party> sideOf(ConnectionId connection) {
        return Stream.of(Party.AGENT, Party.CONSUMER).filter(party -> side(party).ownedBy(connection)).findFirst();
    }

    /**
     * This socket, last heard at {@code heard}, is gone; {@code loss} ends the call if the session does not come back in time. False if
     * it owned nothing any more.
     */
    synchronized boolean lose(Party party, ConnectionId owner, Whereabouts how, Instant heard, Future<?> loss) {
        if (!side(party).ownedBy(owner)) {
            return false;
        }
        lose(party, how, heard, loss);
        return true;
    }

    /** The owner is gone; {@code loss} ends the call if the session does not come back in time. */
    synchronized void lose(Party party, Whereabouts how, Instant heard, Future<?> loss) {
        side(party).lose(how, heard, loss);
    }

    /** Until when the call is known to have lived, if it ends now by this command: a loss is noticed later than it happens. */
    synchronized Instant alive(CallCommand command, Instant now) {
        return switch (command.kind()) {
            case LOSE -> side(((CallCommand.Lose) command).party()).alive(now);
            case SHUT_DOWN -> Stream.of(agent.alive(now), consumer.alive(now)).max(Instant::compareTo).orElse(now);
            case INVITE, ACCEPT, DECLINE, CANCEL, EXPIRE, JOIN, CHANGE_MODE, HANG_UP, FAIL, GIVE_UP, REVOKE, CLOSE_CONVERSATION, LEAVE -> now;
        };
    }

    /** An end is to be kept until it can be written; false if one is kept already. */
    synchronized boolean keepsEnd() {
        var first = !endKept;
        endKept = true;
        return first;
    }

    /** The end that was kept has had its outcome. */
    synchronized void endWritten() {
        endKept = false;
    }

    /** The agent's page has prepared its offer (SDP); false if there is one already. */
    synchronized boolean offer(String sdp) {
        if (offer != null) {
            return false;
        }
        offer = sdp;
        return true;
    }

    /** What the first round of media begins with, if the agent's page that prepared it is still there. */
    synchronized Optional<String> offer() {
        return Optional.ofNullable(offer);
    }

    /** The page that prepared the offer is gone, or media has begun with it. */
    synchronized void withdrawOffer() {
        offer = null;
    }

    /**
     * The round of media: both browsers connect anew when it changes. It is the time at which it began, in epoch milliseconds, so
     * that one that was begun later is greater, also across a restart of the server. 0 if it is not known.
     */
    synchronized long round() {
        return round;
    }

    /** A side's media is gone, with the page that had it: another round. */
    synchronized long nextRound(long now) {
        round = Math.max(now, round + 1);
        return round;
    }

    /** A side still has the media of that round. After a restart of the server it is the one that knows. */
    synchronized void observeRound(long said) {
        round = Math.max(round, said);
    }

    /** What this side says of its media; the last word counts. */
    synchronized void quality(Party party, CallQuality said) {
        side(party).quality(said);
    }

    synchronized Optional<CallQuality> quality(Party party) {
        return side(party).quality();
    }

    /** What happens at the call's next deadline; replaces the one before. */
    synchronized void deadline(Future<?> next) {
        cancelDeadline();
        deadline = next;
    }

    /** It has ended: no signal passes any more, nothing is armed. */
    synchronized void end(CallState ended) {
        observe(ended);
        disarm();
    }

    /** Calls off everything that is armed. */
    synchronized void disarm() {
        cancelDeadline();
        agent.disarm();
        consumer.disarm();
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

    private LiveSide side(Party party) {
        return switch (party) {
            case AGENT -> agent;
            case CONSUMER -> consumer;
            case SERVER -> throw new IllegalArgumentException("the server has no side");
        };
    }

    private void cancelDeadline() {
        if (deadline != null) {
            deadline.cancel(false);
            deadline = null;
        }
    }
}
