package eyeline.core.call;

import eyeline.core.account.Accounts;
import eyeline.core.conversation.Conversation;
import eyeline.core.conversation.ConversationId;
import eyeline.core.conversation.ConversationOutlet;
import eyeline.core.conversation.TranscriptWrites;
import eyeline.core.conversation.WritingGate;
import eyeline.core.result.RefusalReason;
import eyeline.core.result.Result;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Consumers' wishes for a call (C10): a line in the transcript, no more often than the agent can bear. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CallWishes {
    /** Between two wishes in one conversation. */
    static final Duration PAUSE = Duration.ofSeconds(30);

    private final Map<ConversationId, Instant> last = new ConcurrentHashMap<>();

    @Inject
    Accounts accounts;
    @Inject
    CallReader calls;
    @Inject
    TranscriptWrites transcript;
    @Inject
    WritingGate gate;
    @Inject
    ConversationOutlet outlet;
    @Inject
    Clock clock;

    /** The conversation is the consumer's own. */
    public Result<Void> ask(Conversation conversation, CallMode mode) {
        var account = accounts.find(conversation.account());
        if (account.filter(a -> a.consumerMayAsk()).isEmpty()) {
            return Result.refused(RefusalReason.SWITCHED_OFF.because("Calls cannot be asked for here."));
        }
        var off = CallRights.switchedOff(account.get(), mode);
        if (off.isPresent()) {
            return Result.refused(off.get());
        }
        if (!conversation.open()) {
            return Result.refused(RefusalReason.CONVERSATION_CLOSED);
        }
        if (calls.openIn(conversation.id()).isPresent()) {
            return Result.refused(RefusalReason.CALL_OPEN);
        }
        if (gate.isOver(conversation)) {
            return Result.refused(RefusalReason.CONVERSATION_FULL);
        }
        if (!mayAskAgain(conversation.id())) {
            return Result.refused(RefusalReason.TOO_MANY.because("You have just asked. Give the agent a moment."));
        }
        var line = CallTexts.wish(mode, accounts.wording(conversation.account()));
        transcript.appendSystem(conversation.account(), conversation.id(), line.event(), line.metadata());
        outlet.changed(conversation.id(), Set.of());
        return Result.done();
    }

    private boolean mayAskAgain(ConversationId id) {
        var now = clock.instant();
        last.values().removeIf(at -> at.plus(PAUSE).isBefore(now));
        return last.putIfAbsent(id, now) == null;
    }
}
