package eyeline.store.conversation;

import jakarta.persistence.QueryTimeoutException;

/** A question that the database was not given the time for. */
public final class TookTooLong extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TookTooLong(QueryTimeoutException cause) {
        super("not answered in time", cause);
    }
}
