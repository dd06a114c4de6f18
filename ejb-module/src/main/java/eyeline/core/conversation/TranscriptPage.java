package eyeline.core.conversation;

import java.util.List;

/**
 * A bounded part of a transcript as one reader sees it, in order. What follows it begins at the sequence {@code next};
 * {@code complete} says that nothing does yet.
 */
public record TranscriptPage(List<TranscriptEvent> events, int next, boolean complete) {
    /** Events of one page: what a window shows at once, and some more. */
    public static final int EVENTS = 50;
    /** Bytes of one page, unless one event is larger: with the envelopes it leaves within a few seconds on the thinnest line. */
    public static final int BYTES = 32 * 1024;
}
