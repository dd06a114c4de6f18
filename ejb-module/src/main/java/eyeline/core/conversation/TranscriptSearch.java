package eyeline.core.conversation;

import eyeline.core.result.RefusalReason;
import eyeline.core.result.Result;
import eyeline.store.conversation.TookTooLong;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;

/**
 * Looks for words in a transcript. A search reads a whole conversation where the words are rare, so there are few at a time, which leaves
 * the database to everybody else, and none takes long.
 */
@ApplicationScoped
public class TranscriptSearch {
    /** Searches that this server runs at once: a fifth of its connections to the database. */
    static final int AT_ONCE = 4;
    /** A chain of causes that is longer is a circle. */
    private static final int DEPTH = 32;

    private final Semaphore room = new Semaphore(AT_ONCE);

    @Inject
    ConversationReader reader;

    public Result<List<TranscriptEvent>> find(ConversationId id, TranscriptQuery query, Set<Audience> audiences) {
        if (!room.tryAcquire()) {
            return Result.refused(RefusalReason.TOO_MANY.because("Many people are searching; try again in a moment."));
        }
        try {
            return Result.done(reader.query(id, query, audiences));
        } catch (RuntimeException failure) {
            if (!tookTooLong(failure)) {
                throw failure;
            }
            return Result.refused(RefusalReason.TOO_LARGE.because("This conversation is too long to be searched at once."));
        } finally {
            room.release();
        }
    }

    private static boolean tookTooLong(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(DEPTH).anyMatch(TookTooLong.class::isInstance);
    }
}
