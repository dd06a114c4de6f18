package eyeline.core.call;

/** Whose side a step of a call is. */
public enum Party {
    AGENT, CONSUMER, SERVER
}
