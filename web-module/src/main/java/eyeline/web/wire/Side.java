package eyeline.web.wire;

/** Which door a socket came through. */
public enum Side {
    CONSUMER, AGENT
}
