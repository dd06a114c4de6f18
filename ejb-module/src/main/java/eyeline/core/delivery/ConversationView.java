package eyeline.core.delivery;

import eyeline.core.call.CallView;
import eyeline.core.conversation.Conversation;
import eyeline.core.conversation.TranscriptEvent;
import java.util.List;
import java.util.Optional;

/**
 * A conversation with its call dialogs, as windows see it: the open call, or the last one that ended while the conversation
 * is open. {@code lastEvent} is the last thing said, for lists.
 */
public record ConversationView(Conversation conversation, List<CallView> calls, Optional<TranscriptEvent> lastEvent) {
}
