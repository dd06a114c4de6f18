package eyeline.core.call;

import eyeline.core.account.Account;
import eyeline.core.account.Accounts;
import eyeline.core.conversation.Conversation;
import eyeline.core.conversation.ConversationId;
import eyeline.core.conversation.ConversationReader;
import eyeline.core.presence.Connection;
import eyeline.core.presence.ConnectionId;
import eyeline.core.presence.Whereabouts;
import eyeline.core.relay.MediaConnection;
import eyeline.core.relay.RelayCredentials;
import eyeline.core.relay.RelayOnly;
import eyeline.core.result.Outage;
import eyeline.core.result.Refusal;
import eyeline.core.result.RefusalReason;
import eyeline.core.result.Result;
import eyeline.core.user.Consumer;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * The façade for calls. Each act names the connection it comes from: that one becomes, or must be, the owner of its side.
 * An act is decided by the insert of its event; it is committed when this returns, and told to both sides after that.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Calls {

    /** The answer to an invitation: {@code sessionKey} lets this session take its side up again on another socket. */
    public record Invited(CallId callId, Instant expiresAt, String sessionKey) {
    }

    /** The answer to an acceptance. */
    public record Accepted(CallId callId, String sessionKey) {
    }

    /** The answer to who takes a side up again: the next key, and the round of media as it is now. */
    public record Resumed(String sessionKey, long round) {
    }

    @Inject
    ConversationReader conversations;
    @Inject
    Accounts accounts;
    @Inject
    CallReader reader;
    @Inject
    CallRights rights;
    @Inject
    CallRecord record;
    @Inject
    CallSteps steps;
    @Inject
    LiveCalls live;
    @Inject
    CallOutlet outlet;
    @Inject
    CallWishes wishes;
    @Inject
    SessionKeys keys;
    @Inject
    Clock clock;

    public Result<Invited> invite(Connection agent, ConversationId id, CallMode mode) {
        // any of the account: an agent who has lost the conversation is told so, and not that it never was
        var found = conversations.find(id).filter(c -> c.account().equals(agent.person().account()));
        if (found.isEmpty()) {
            return Result.refused(RefusalReason.NOT_FOUND);
        }
        var conversation = found.get();
        var right = rights.right(conversation, agent.person().id(), mode);
        return right.allowed() ? invite(agent, conversation, mode) : Result.refused(right.refusal().orElseThrow());
    }

    /**
     * While it rings the page that invited tells with which offer (SDP) it will begin, so that who accepts can answer at once. It is
     * kept in memory until media begins or that page is gone, and told to the consumer's pages. WRONG_STATE for a second one.
     */
    public Result<Void> prepare(Connection agent, CallId id, String sdp) {
        var call = live.find(id).filter(c -> theirs(agent, c));
        if (call.isEmpty()) {
            return Result.refused(RefusalReason.NOT_FOUND);
        }
        if (!call.get().owner(Party.AGENT).filter(agent.id()::equals).isPresent()) {
            return CallSteps.notTheOwner();
        }
        var kept = call.get().settings().filter(Account::relayOnly).isPresent() ? RelayOnly.sdp(sdp) : sdp;
        if (call.get().state().phase() != CallPhase.INVITED || !call.get().offer(kept)) {
            return Result.refused(RefusalReason.WRONG_STATE);
        }
        outlet.whereabouts(call.get().parties().conversation(), id);
        return Result.done();
    }

    public Result<Void> cancel(Connection agent, CallId call) {
        return ends(agent, call, Party.AGENT, party -> new CallCommand.Cancel());
    }

    public Result<Accepted> accept(Connection consumer, CallId id, CallMode mode) {
        var ringing = theirs(consumer, id).filter(call -> party(consumer) == Party.CONSUMER);
        if (ringing.isEmpty()) {
            return Result.refused(RefusalReason.NOT_FOUND);
        }
        var invited = ringing.get().state().mode().orElseThrow();
        if (mode == CallMode.VIDEO_CALL && invited == CallMode.VOICE_CALL) {
            return Result.refused(RefusalReason.WRONG_STATE.because("This is an invitation to a voice call."));
        }
        var standing = standing(ringing.get().parties(), invited);
        if (standing.isPresent()) {
            steps.take(id, new CallCommand.Revoke());
            return Result.refused(standing.get());
        }
        var sessionKey = new AtomicReference<String>();
        return steps.take(id, new CallCommand.Accept(mode), known -> {
            known.nextRound(clock.millis());
            sessionKey.set(claim(known, Party.CONSUMER, consumer));
        }).fold(committed -> accepted(committed, sessionKey.get()), Result::refused);
    }

    public Result<Void> decline(Connection consumer, CallId call) {
        return ends(consumer, call, Party.CONSUMER, party -> new CallCommand.Decline());
    }

    /** The owner's media is up. */
    public Result<Void> join(Connection participant, CallId call) {
        return asOwner(participant, call, CallCommand.Join::new);
    }

    /**
     * The owner of a side turns its picture on in a running call, or makes it a call of voice again for both. For a picture
     * all must be so as at an acceptance of a video call; voice is always possible. WRONG_STATE if it is so already.
     */
    public Result<Void> changeMode(Connection participant, CallId id, CallMode mode) {
        var standing = theirs(participant, id).filter(call -> mode == CallMode.VIDEO_CALL)
                .flatMap(call -> standing(call.parties(), CallMode.VIDEO_CALL));
        if (standing.isPresent()) {
            return Result.refused(party(participant) == Party.AGENT ? standing.get()
                    : standing.get().reason().because("Video is not available in this call."));
        }
        return asOwner(participant, id, party -> new CallCommand.ChangeMode(party, mode));
    }

    public Result<Void> end(Connection participant, CallId call) {
        return ends(participant, call, party(participant), CallCommand.HangUp::new);
    }

    /** A side cannot go on. Lost media is laid to the side that is not here, if there is one. */
    public Result<Void> fail(Connection participant, CallId call, Failure failure) {
        return ends(participant, call, party(participant), party -> failure == Failure.MEDIA_LOST && gone(call, party.other())
                ? new CallCommand.Lose(party.other(), left(call, party.other())) : new CallCommand.Fail(party, failure));
    }

    private boolean left(CallId call, Party party) {
        return live.find(call).filter(known -> known.whereabouts(party) == Whereabouts.LEFT).isPresent();
    }

    private boolean gone(CallId call, Party party) {
        return live.find(call).filter(known -> known.owner(party).isEmpty()).isPresent();
    }

    /**
     * A consumer asks for a call (C10): a line in the transcript. SWITCHED_OFF unless the account wants that and the mode is on;
     * CALL_OPEN during a call; TOO_MANY within 30 s of the last wish.
     */
    public Result<Void> ask(Connection consumer, ConversationId id, CallMode mode) {
        return conversations.find(consumer.person(), id).filter(c -> party(consumer) == Party.CONSUMER)
                .map(conversation -> wishes.ask(conversation, mode))
                .orElseGet(() -> Result.refused(RefusalReason.NOT_FOUND));
    }

    /**
     * Takes a side up again on a new socket, which from now on is the side's only one. {@code round}: the round of the media that the
     * page still has; without it, it is a page that has none, and another round begins.
     */
    public Result<Resumed> resume(Connection participant, CallId id, String sessionKey, Optional<Long> round) {
        var call = live.find(id).filter(c -> theirs(participant, c));
        if (call.isEmpty()) {
            return Result.refused(RefusalReason.NOT_FOUND);
        }
        var party = party(participant);
        var number = keys.number(id, party, sessionKey);
        var next = number.isEmpty() ? number : call.get().resume(party, participant, number.getAsInt());
        if (next.isEmpty()) {
            return CallSteps.notTheOwner();
        }
        round.ifPresentOrElse(call.get()::observeRound, () -> beginRound(call.get()));
        outlet.whereabouts(call.get().parties().conversation(), id);
        return Result.done(new Resumed(keys.key(id, party, next.getAsInt()), call.get().round()));
    }

    /** The sockets that own a side of an open call. */
    public Set<ConnectionId> owners() {
        return live.owners();
    }

    /** How the owner of a side connects, with credentials that are fresh: for another way to the other side (ICE restart). */
    public Result<MediaConnection> connection(Connection participant, CallId id) {
        return toOther(participant, id, to -> { }).map(nothing -> live.find(id).flatMap(LiveCall::settings)
                .map(account -> RelayCredentials.of(account, participant.person().id(), clock.instant()))).fold(
                found -> found.map(Result::done).orElseGet(() -> Result.refused(RefusalReason.NOT_FOUND)), Result::refused);
    }

    /**
     * Passes {@code signal} (JSON text of the signal object, checked by the codec) on to the other side's owner; keeps nothing. Where
     * all media goes through a relay, what is not of a relay is dropped. WRONG_STATE for one of another round than the present one.
     */
    public Result<Void> signal(Connection participant, CallId id, Optional<Long> round, int seq, String signal) {
        var call = live.find(id);
        var now = call.map(LiveCall::round).orElse(0L);
        if (round.filter(said -> said.longValue() != now).isPresent()) {
            return Result.refused(RefusalReason.WRONG_STATE);
        }
        var passed = call.flatMap(LiveCall::settings).filter(Account::relayOnly).isPresent()
                ? RelayOnly.filter(signal) : Optional.of(signal);
        return toOther(participant, id, to -> passed.ifPresent(kept -> outlet.signal(to, id, now, seq, kept)));
    }

    /** Tells the other side what this one sends, and what keeps it from sending. */
    public Result<Void> setMediaState(Connection participant, CallId id, MediaState state) {
        return toOther(participant, id, to -> outlet.media(to, id, party(participant), state));
    }

    /** How the media of this side goes: kept for the end of the call, and the mark is told to the other side. */
    public Result<Void> reportQuality(Connection participant, CallId id, CallQuality quality) {
        var party = party(participant);
        return toOther(participant, id, to -> outlet.quality(to, id, party, quality.mark()))
                .map(nothing -> {
                    live.find(id).ifPresent(call -> call.quality(party, quality));
                    return null;
                });
    }

    private Result<Invited> invite(Connection agent, Conversation conversation, CallMode mode) {
        var id = CallId.random();
        var account = accounts.find(conversation.account());
        var parties = new CallParties(conversation.account(), conversation.id(), agent.person().id(), conversation.consumerId());
        var outcome = record.invite(id, parties,
                new CallCommand.Invite(mode, account.map(Account::invitationLife).orElseThrow()),
                account.map(Account::callsPerAgent).orElseThrow());
        var sessionKey = new AtomicReference<String>();
        return steps.settle(outcome, call -> {
            call.settings(account.orElseThrow());
            sessionKey.set(claim(call, Party.AGENT, agent));
        }).map(committed -> new Invited(id, committed.state().expiresAt().orElseThrow(), sessionKey.get()));
    }

    private String claim(LiveCall call, Party party, Connection owner) {
        return keys.key(call.id(), party, call.claim(party, owner));
    }

    /** Who has no media any more has no offer either. While it rings there is no media yet. */
    private void beginRound(LiveCall call) {
        call.withdrawOffer();
        if (call.state().phase().connecting()) {
            call.nextRound(clock.millis());
        }
    }

    /** An acceptance that came after its time has become the expiry. */
    private static Result<Accepted> accepted(CallRecord.Committed committed, String sessionKey) {
        return committed.state().phase() == CallPhase.ENDED ? Result.refused(RefusalReason.WRONG_STATE)
                : Result.done(new Accepted(committed.id(), sessionKey));
    }

    /** A step by one party; while that side has an owner, by its owner alone. */
    private Result<Void> act(Connection connection, CallId id, Party party, Function<Party, CallCommand> command) {
        if (party(connection) != party || theirs(connection, id).isEmpty()) {
            return Result.refused(RefusalReason.NOT_FOUND);
        }
        var owner = live.find(id).flatMap(call -> call.owner(party));
        if (owner.isPresent() && !owner.get().equals(connection.id())) {
            return CallSteps.notTheOwner();
        }
        return steps.take(id, command.apply(party)).map(committed -> null);
    }

    /** An end: while the database is away it is kept, if what is known in memory says that this socket may end it. */
    private Result<Void> ends(Connection connection, CallId id, Party party, Function<Party, CallCommand> command) {
        try {
            return act(connection, id, party, command);
        } catch (RuntimeException failure) {
            var call = live.find(id).filter(known -> Outage.is(failure) && theirs(connection, known) && party(connection) == party)
                    .filter(known -> known.owner(party).map(connection.id()::equals).orElse(true)).orElseThrow(() -> failure);
            steps.keep(call, command.apply(party));
            return Result.refused(RefusalReason.UNAVAILABLE.because("The database does not answer. The call ends as soon as it does."));
        }
    }

    private Result<Void> asOwner(Connection connection, CallId id, Function<Party, CallCommand> command) {
        if (theirs(connection, id).isEmpty()) {
            return Result.refused(RefusalReason.NOT_FOUND);
        }
        var side = live.find(id).flatMap(call -> call.sideOf(connection.id()));
        return side.isEmpty() ? CallSteps.notTheOwner() : steps.take(id, command.apply(side.get())).map(committed -> null);
    }

    /** The relay's one question, answered from memory: does this socket own a side of a call that is connecting or running? */
    private Result<Void> toOther(Connection from, CallId id, Sending sending) {
        var call = live.find(id).filter(c -> theirs(from, c));
        if (call.isEmpty()) {
            return Result.refused(RefusalReason.NOT_FOUND);
        }
        var side = call.get().sideOf(from.id());
        if (side.isEmpty()) {
            return CallSteps.notTheOwner();
        }
        if (!call.get().state().phase().connecting()) {
            return Result.refused(RefusalReason.WRONG_STATE);
        }
        call.get().owner(side.get().other()).ifPresent(to -> sending.send(to));
        return Result.done();
    }

    private interface Sending {
        void send(ConnectionId to);
    }

    /** What stands against a call that was invited to. */
    private Optional<Refusal> standing(CallParties parties, CallMode mode) {
        return conversations.find(parties.conversation()).flatMap(c -> rights.standing(c, parties.agentId(), mode));
    }

    private Optional<CallHistory> theirs(Connection connection, CallId id) {
        return reader.history(id).filter(call -> theirs(connection, call.parties()));
    }

    private static boolean theirs(Connection connection, LiveCall call) {
        return theirs(connection, call.parties());
    }

    private static boolean theirs(Connection connection, CallParties parties) {
        return parties.account().equals(connection.person().account()) && connection.person().id().equals(
                party(connection) == Party.AGENT ? parties.agentId() : parties.consumerId());
    }

    private static Party party(Connection connection) {
        return connection.person() instanceof Consumer ? Party.CONSUMER : Party.AGENT;
    }
}
