package eyeline.core.conversation;

import eyeline.core.account.AccountId;
import java.time.Instant;

/** A conversation that waits for an agent, as it rings one. Its ring id on the wire is the conversation's id. */
public record Ring(AccountId account, ConversationId conversationId, String consumerId, String skillId, Instant waitingSince) {
}
