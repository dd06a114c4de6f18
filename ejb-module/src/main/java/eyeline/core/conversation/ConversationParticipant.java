package eyeline.core.conversation;

/** Somebody on the agent's side of a conversation. {@code id} is the PID, {@code oldId} {@code <account>.<userId>}. */
public record ConversationParticipant(String id, String oldId, String name, ParticipantRole role) {
}
