package eyeline.core.conversation;

/** What must end with a conversation, or with its agent's leaving: the call. An interface because calls stand above. */
public interface ConversationEnding {

    /** The conversation is about to close, or just has: its call ends. May be told twice. */
    void closes(ConversationId conversation, boolean byConsumer);

    /** The call's dialog is closed, or the assigned agent leaves the conversation: that side hangs up. */
    void hangsUp(ConversationId conversation, boolean byConsumer);
}
