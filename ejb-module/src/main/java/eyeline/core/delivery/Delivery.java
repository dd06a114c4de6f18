package eyeline.core.delivery;

import eyeline.core.conversation.ConversationFilter;
import eyeline.core.conversation.ConversationId;
import eyeline.core.conversation.TranscriptEvent;
import eyeline.core.presence.Connection;
import eyeline.core.result.RefusalReason;
import eyeline.core.result.Result;
import eyeline.core.user.Agent;
import eyeline.core.user.Person;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Tells people what was committed, in order, and lets a new subscription catch up without a gap or a doubled event: the
 * snapshot methods hand over what is true now while nothing new of that conversation can be told.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class Delivery {

    /** The web attaches itself, once. */
    public void attach(Outbound outbound) {
    }

    /** The conversations of a subscription, newest first, at most 1,000. The web has registered the subscription before. */
    public Result<List<ConversationView>> conversations(Person person, ConversationFilter filter) {
        return Result.refused(RefusalReason.NOT_SUPPORTED);
    }

    /**
     * Hands the kept events of the conversation's MAIN dialog from {@code fromSequence} on, those this person may see, to
     * {@code sink}. Until {@code sink} returns nothing new of this conversation is told, so the sink registers its live
     * subscription.
     */
    public Result<Void> replay(Person person, UUID dialogId, int fromSequence, Consumer<List<TranscriptEvent>> sink) {
        return Result.refused(RefusalReason.NOT_SUPPORTED);
    }

    /** What rings this agent now. */
    public List<eyeline.core.conversation.Ring> rings(Agent agent) {
        return List.of();
    }

    /** After {@code call.Subscribe}: tells this socket every open call of the person, and an agent's rights. */
    public void tellCalls(Connection connection) {
    }

    /** Tells an agent again what may be invited to in a conversation. */
    void tellRights(ConversationId conversation) {
    }
}
