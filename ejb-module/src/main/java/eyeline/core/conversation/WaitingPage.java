package eyeline.core.conversation;

import java.util.List;

/** Of those who wait for an agent the next few, the longest wait first, and how many there are in all. */
public record WaitingPage(List<Ring> rings, int total) {
    /** Rings of a page: more than an agent looks at before the first have been taken. */
    public static final int SIZE = 50;
    /** Nobody waits for who is not online. */
    static final WaitingPage NONE = new WaitingPage(List.of(), 0);
}
