package eyeline.web.subscription;

import eyeline.core.conversation.ConversationId;

/** A dialog that a socket follows and of which it has not seen everything: what it has to hear next begins at {@code from}. */
public record Behind(ConversationId dialog, int from) {
}
