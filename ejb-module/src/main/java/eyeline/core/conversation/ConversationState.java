package eyeline.core.conversation;

/** State of a conversation and of a dialog, in the words of the documented API. */
public enum ConversationState {
    OPEN, CLOSE
}
