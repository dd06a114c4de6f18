package eyeline.core.conversation;

import java.util.Optional;

/** What a consumer asks for with {@code cm.ConsumerRequestConversation}; everything may be absent (protocol.md, 5.3). */
public record ConversationRequest(Optional<String> skillId, Optional<String> ttrType) {
}
