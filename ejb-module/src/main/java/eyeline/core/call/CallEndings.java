package eyeline.core.call;

import eyeline.core.conversation.ConversationEnding;
import eyeline.core.conversation.ConversationId;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Ends of a call that come with its conversation. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CallEndings implements ConversationEnding {
    @Inject
    CallReader reader;
    @Inject
    CallSteps steps;

    @Override
    public void closes(ConversationId conversation, boolean byConsumer) {
        end(conversation, new CallCommand.CloseConversation(party(byConsumer)));
    }

    @Override
    public void hangsUp(ConversationId conversation, boolean byConsumer) {
        end(conversation, new CallCommand.HangUp(party(byConsumer)));
    }

    private void end(ConversationId conversation, CallCommand command) {
        reader.openIn(conversation).ifPresent(id -> steps.take(id, command));
    }

    private static Party party(boolean byConsumer) {
        return byConsumer ? Party.CONSUMER : Party.AGENT;
    }
}
