package eyeline.core.conversation;

/** A participant's part in a conversation (protocol.md, 4). CONTROLLER is the system itself. */
public enum ParticipantRole {
    CONSUMER, ASSIGNED_AGENT, MANAGER, READER, CONTROLLER
}
