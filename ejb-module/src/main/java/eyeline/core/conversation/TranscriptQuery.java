package eyeline.core.conversation;

import java.util.OptionalInt;

/**
 * Which events of a transcript are wanted ({@code ms.QueryMessages}). The newest that are older than {@code olderThan}; where that is
 * not said and {@code newerThan} is, the oldest that are newer. At most so many, and no more than fit into a {@link TranscriptPage}.
 */
public record TranscriptQuery(OptionalInt olderThan, OptionalInt newerThan, int atMost) {
}
