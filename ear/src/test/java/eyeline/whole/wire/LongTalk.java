package eyeline.whole.wire;

import eyeline.whole.Product;
import java.sql.SQLException;

/** A conversation in which much was said, written into the database without saying it. */
public final class LongTalk {

    private LongTalk() {
    }

    /** Adds so many messages of the consumer, each with its sequence, a blank and so many more letters; who listens is not told. */
    public static void add(Product product, String conversation, int messages, int letters) {
        add(product, conversation, messages, letters, "ALL", "CONSUMER");
    }

    /** Adds messages that agents exchanged among themselves. */
    public static void whisper(Product product, String conversation, int messages) {
        add(product, conversation, messages, 10, "AGENTS_AND_MANAGERS", "ASSIGNED_AGENT");
    }

    private static void add(Product product, String conversation, int messages, int letters, String audience, String role) {
        try {
            product.owner().update("""
                    insert into transcript_event (dialog_id, sequence, conversation_id, account_id, originator_id, originator_role,
                        audience, at, kind, event)
                    select c.conversation_id, l.last + n, c.conversation_id, c.account_id, c.consumer_id, ?, ?, now() - interval '1 day', 'CONTENT',
                        '{"type":"ContentEvent","contentType":"text/plain","message":"' || (l.last + n) || ' ' || repeat('x', ?) || '"}'
                    from conversation c
                        cross join (select coalesce(max(sequence), 0) as last from transcript_event where dialog_id = ?::uuid) l
                        cross join generate_series(1, ?) n
                    where c.conversation_id = ?::uuid""", role, audience, letters, conversation, messages, conversation);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
