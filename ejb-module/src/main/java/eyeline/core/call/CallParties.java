package eyeline.core.call;

import eyeline.core.account.AccountId;
import eyeline.core.conversation.ConversationId;

/** Whose call it is and where: the same in every event of a call. Ids are PIDs. */
public record CallParties(AccountId account, ConversationId conversation, String agentId, String consumerId) {
}
