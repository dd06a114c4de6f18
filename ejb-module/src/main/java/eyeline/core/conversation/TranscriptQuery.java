package eyeline.core.conversation;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which events of a transcript are wanted ({@code ms.QueryMessages}). The newest that are older than {@code olderThan}; where that is
 * not said and {@code newerThan} is, the oldest that are newer. At most so many, and no more than fit into a {@link TranscriptPage}.
 * With {@code containing} the plain texts of people alone that have these letters in them, large or small.
 */
public record TranscriptQuery(OptionalInt olderThan, OptionalInt newerThan, int atMost, Optional<String> containing) {

    public TranscriptQuery(OptionalInt olderThan, OptionalInt newerThan, int atMost) {
        this(olderThan, newerThan, atMost, Optional.empty());
    }
}
