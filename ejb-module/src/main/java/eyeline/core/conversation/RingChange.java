package eyeline.core.conversation;

/** A conversation waits for an agent from now on ({@code ringing}), or no longer. */
public record RingChange(Ring ring, boolean ringing) {
}
