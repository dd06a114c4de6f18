package eyeline.core.conversation;

/** Whether an agent's workspace rings. */
public enum Availability {
    ONLINE, OCCUPIED, AWAY
}
