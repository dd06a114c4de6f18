package eyeline.core.call;

/** Where a call is. It only moves forward; {@code NONE} is a call that nobody has invited to yet. */
public enum CallPhase {
    NONE, INVITED, ACCEPTED, CONSUMER_JOINED, AGENT_JOINED, ACTIVE, ENDED;

    /** From the invitation to the end. */
    public boolean open() {
        return this != NONE && this != ENDED;
    }

    /** Accepted and not ended: signals may pass. */
    public boolean connecting() {
        return open() && this != INVITED;
    }
}
