package eyeline.core.call;

import eyeline.core.account.AccountId;
import eyeline.core.conversation.ConversationReader;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Takes back what rings without a right that still stands; an accepted call goes on. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CallRevocations {
    @Inject
    CallReader reader;
    @Inject
    CallRights rights;
    @Inject
    ConversationReader conversations;
    @Inject
    CallSteps steps;

    /** In this account, as things are now. */
    public void revokeFallen(AccountId account) {
        reader.ringing(account).stream().filter(this::fallen).forEach(call -> steps.take(call.id(), new CallCommand.Revoke()));
    }

    private boolean fallen(CallView call) {
        return conversations.find(call.conversationId()).flatMap(c -> rights.standing(c, call.agentId(), call.mode())).isPresent();
    }
}
