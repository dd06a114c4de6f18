package eyeline.core.presence;

/**
 * Where the socket of somebody is. {@code LEFT}: its page was left, closed or loaded again, and said so (RFC 6455, 1001);
 * {@code LOST}: it broke, and its page may know nothing of it.
 */
public enum Whereabouts {
    HERE, LEFT, LOST
}
