package eyeline.core.conversation;

import java.util.Optional;
import java.util.Set;

/**
 * Which conversations a subscription is about (protocol.md, 5.2). {@code everybody}: all of the account instead of one's
 * own; needs the permission SEE_ALL_CONVERSATIONS.
 */
public record ConversationFilter(Set<ConversationState> states, long updatedSinceMs, Optional<ConversationId> only,
        boolean everybody) {

    /** Whether a conversation in this state belongs to the subscription. */
    public boolean matches(Conversation conversation) {
        return states.contains(conversation.state())
                && conversation.updatedMs() >= updatedSinceMs
                && only.map(conversation.id()::equals).orElse(true);
    }
}
