package eyeline.core.call;

/** Whose side a step of a call is. */
public enum Party {
    AGENT, CONSUMER, SERVER;

    /** Who is at the other end. */
    public Party other() {
        return switch (this) {
            case AGENT -> CONSUMER;
            case CONSUMER -> AGENT;
            case SERVER -> throw new IllegalStateException("the server has no side");
        };
    }
}
