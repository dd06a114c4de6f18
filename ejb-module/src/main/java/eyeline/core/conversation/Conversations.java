package eyeline.core.conversation;

import eyeline.core.result.RefusalReason;
import eyeline.core.result.Result;
import eyeline.core.user.Consumer;
import eyeline.core.user.Person;
import jakarta.ejb.Stateless;
import java.util.List;

/** The façade for conversations. Every act is checked here, committed, and only then told. */
@Stateless
public class Conversations {

    /** Opens a conversation, or answers with the open one of this consumer. */
    public Result<ConversationId> request(Consumer consumer, ConversationRequest request) {
        return Result.refused(RefusalReason.NOT_SUPPORTED);
    }

    /** Applies all changes, or none. */
    public Result<Void> update(Person person, ConversationId id, List<FieldChange> changes) {
        return Result.refused(RefusalReason.NOT_SUPPORTED);
    }
}
