package eyeline.core.conversation;

import eyeline.store.conversation.TranscriptStore;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;

/** One transaction's worth of forgetting. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Forgetting {
    @Inject
    TranscriptStore transcripts;

    /** Of so many conversations at most; answers of how many. */
    public int some(Instant now, int atMost) {
        return transcripts.forget(now, atMost);
    }
}
