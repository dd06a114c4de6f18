package eyeline.core.call;

/** Who or what ended a call (C8). */
public enum EndReason {
    AGENT, CONSUMER, TIMEOUT, SERVER
}
