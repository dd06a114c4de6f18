package eyeline.core.call;

import eyeline.core.account.Accounts;
import eyeline.core.conversation.TranscriptWrites;
import eyeline.core.result.RefusalReason;
import eyeline.core.result.Result;
import eyeline.store.call.CallEventStore;
import eyeline.store.call.OpenCallRow;
import eyeline.store.conversation.ConversationStore;
import eyeline.store.user.UserStore;
import jakarta.annotation.Resource;
import jakarta.ejb.EJBContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/**
 * One attempt to make a command true, in one transaction: load the events, ask {@link CallMachine}, insert the event that
 * follows, and with it the line in the transcript and the projection. Committed when the method returns.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class CallRecord {

    /** What an attempt came to: the call as it is now, or a refusal; empty: somebody else decided first, try again. */
    public record Attempt(Optional<Result<Committed>> outcome) {
        static final Attempt LOST = new Attempt(Optional.empty());

        static Attempt of(Result<Committed> outcome) {
            return new Attempt(Optional.of(outcome));
        }
    }

    /** A step that is in the log. */
    public record Committed(CallId id, CallParties parties, CallState state) {
    }

    @Inject
    CallEventStore calls;
    @Inject
    LiveCalls live;
    @Inject
    ConversationStore conversations;
    @Inject
    TranscriptWrites transcript;
    @Inject
    UserStore users;
    @Inject
    Accounts accounts;
    @Inject
    Clock clock;
    @Resource
    EJBContext transaction;

    /** The first event. CALL_OPEN or AGENT_BUSY if a unique column of the projection says so. */
    public Result<Committed> invite(CallId id, CallParties parties, CallCommand.Invite invite, int callsPerAgent) {
        if (conversationClosed(parties)) {
            return Result.refused(RefusalReason.CONVERSATION_CLOSED);
        }
        if (!open(id, parties, callsPerAgent)) {
            var refusal = calls.openCallOf(parties.conversation().value()).isPresent()
                    ? RefusalReason.CALL_OPEN : RefusalReason.AGENT_BUSY;
            transaction.setRollbackOnly();
            return Result.refused(refusal);
        }
        return attempt(id, parties, CallState.NONE, invite, Instant.MAX).outcome().orElse(Result.refused(RefusalReason.WRONG_STATE));
    }

    /** Any later event. {@code alive}: until when the call is known to have lived, if it ends by this. */
    public Attempt attempt(CallId id, CallCommand command, Instant alive) {
        return CallHistory.of(id, calls.events(id.value()))
                .map(history -> attempt(id, history.parties(), history.state(), command, alive))
                .orElse(Attempt.of(Result.refused(RefusalReason.NOT_FOUND)));
    }

    private Attempt attempt(CallId id, CallParties parties, CallState state, CallCommand command, Instant alive) {
        // whole milliseconds, as everybody is told them: then a length is the difference of two times, to the last digit
        var decided = CallMachine.apply(state, command, clock.instant().truncatedTo(ChronoUnit.MILLIS), alive);
        if (decided instanceof Result.Refused<CallEvent> refused) {
            return Attempt.of(Result.refused(refused.refusal()));
        }
        var event = ((Result.Done<CallEvent>) decided).value();
        var next = state.after(event);
        var row = CallHistory.row(id, parties, next.seq(), event);
        if (next.phase() == CallPhase.ENDED) {
            row.agentQuality = quality(id, Party.AGENT);
            row.consumerQuality = quality(id, Party.CONSUMER);
        }
        if (!calls.append(row)) {
            transaction.setRollbackOnly();
            return Attempt.LOST;
        }
        if (next.phase() == CallPhase.ENDED) {
            calls.close(id.value());
        }
        CallTexts.line(id, next, event, agentName(parties), accounts.wording(parties.account())).ifPresent(line -> transcript.appendSystem(
                parties.account(), parties.conversation(), line.event(), line.metadata()));
        conversations.touch(parties.conversation().value(), clock.millis());
        return Attempt.of(Result.done(new Committed(id, parties, next)));
    }

    /** What this side said last of its media; null if it said nothing. */
    private String quality(CallId id, Party party) {
        return live.find(id).flatMap(call -> call.quality(party)).map(CallQuality::json).orElse(null);
    }

    private boolean open(CallId id, CallParties parties, int callsPerAgent) {
        for (int slot = 1; slot <= callsPerAgent; slot++) {
            var row = new OpenCallRow();
            row.callId = id.value();
            row.accountId = parties.account().value();
            row.conversationId = parties.conversation().value();
            row.agentId = parties.agentId();
            row.slot = slot;
            if (calls.open(row)) {
                return true;
            }
        }
        return false;
    }

    private boolean conversationClosed(CallParties parties) {
        return conversations.find(parties.conversation().value()).filter(c -> c.state.equals("OPEN")).isEmpty();
    }

    private String agentName(CallParties parties) {
        return users.find(UUID.fromString(parties.agentId())).map(u -> u.displayName).orElse("The agent");
    }
}
