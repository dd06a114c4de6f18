package eyeline.store.conversation;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.QueryTimeoutException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/** The transcript: appended to, read, never changed; only forgotten when its account says so. */
@Dependent
public class TranscriptStore {
    /** So long one search may take: a conversation of 20 MB, the largest by default, takes a quarter of it. */
    static final int SEARCH_MS = 3_000;
    /** Text by text; one with a NUL, which older versions kept, has no text for PostgreSQL. */
    private static final String HAS_TEXT = """
            and kind = 'CONTENT' and originator_role <> 'CONTROLLER' and case when strpos(event, chr(92) || 'u0000') > 0 then false
                else cast(event as json) ->> 'contentType' = 'text/plain'
                    and strpos(lower(cast(event as json) ->> 'message'), lower(cast(:text as text))) > 0 end""";

    @PersistenceContext(unitName = "eyeline")
    EntityManager em;

    /**
     * Appends with the dialog's next sequence and answers it. Of two that append at once the primary key lets one through;
     * the other waits for that commit and takes the next number, so the sequences of a dialog are in the order of commits.
     */
    public int append(TranscriptRow row) {
        do {
            row.sequence = lastSequence(row.dialogId) + 1;
        } while (!insert(row));
        return row.sequence;
    }

    public int lastSequence(UUID dialogId) {
        return em.createQuery("select coalesce(max(sequence), 0) from TranscriptRow where dialogId = :dialog", Integer.class)
                .setParameter("dialog", dialogId)
                .getSingleResult();
    }

    /** The first events from {@code from} on, in order. Never none while there is one that fits {@code audiences}. */
    public List<TranscriptRow> from(UUID dialogId, int from, Collection<String> audiences, int most, int bytes) {
        return rows(part(dialogId, from, Integer.MAX_VALUE, audiences, most, bytes, "asc", ""));
    }

    /** The last events after {@code after} and before {@code before}, in order. Never none while there is one. */
    public List<TranscriptRow> before(UUID dialogId, int after, int before, Collection<String> audiences, int most, int bytes) {
        return reversed(rows(part(dialogId, after + 1, before, audiences, most, bytes, "desc", "")));
    }

    /**
     * The last plain texts of people after {@code after} and before {@code before} that have {@code text} in them, letter by letter, large
     * or small as the database folds them; in order. Never none while there is one. It looks at every text until it has so many.
     *
     * @throws TookTooLong when that takes longer than {@link #SEARCH_MS}
     */
    public List<TranscriptRow> containing(UUID dialogId, int after, int before, Collection<String> audiences, int most, int bytes, String text) {
        try {
            return reversed(rows(part(dialogId, after + 1, before, audiences, most, bytes, "desc", HAS_TEXT)
                    .setParameter("text", text)
                    .setHint("jakarta.persistence.query.timeout", SEARCH_MS)));
        } catch (QueryTimeoutException timeout) {
            throw new TookTooLong(timeout);
        }
    }

    private static List<TranscriptRow> reversed(List<TranscriptRow> rows) {
        var turned = new ArrayList<>(rows);
        Collections.reverse(turned);
        return turned;
    }

    /**
     * By the primary key from either end: at most so many events, and no more of them than fit into {@code bytes}, but always the
     * first. {@code octet_length} reads the length of a long text and not the text.
     */
    private Query part(UUID dialogId, int from, int before, Collection<String> audiences, int most, int bytes, String way, String filter) {
        return em.createNativeQuery("""
                        select dialog_id, sequence, conversation_id, account_id, originator_id, originator_role, audience, at, kind, event,
                            metadata
                        from (select slice.*, row_number() over ordered as place,
                                  sum(octet_length(event) + coalesce(octet_length(metadata), 0)) over ordered as through
                              from (select * from transcript_event
                                    where dialog_id = :dialog and sequence >= :from and sequence < :before and audience in (:audiences) FILTER
                                    order by sequence WAY limit :most) slice
                              window ordered as (order by sequence WAY)) counted
                        where place = 1 or through <= :bytes
                        order by place""".replace("WAY", way).replace("FILTER", filter), TranscriptRow.class)
                .setParameter("dialog", dialogId)
                .setParameter("from", from)
                .setParameter("before", before)
                .setParameter("audiences", audiences)
                .setParameter("most", most)
                .setParameter("bytes", bytes);
    }

    @SuppressWarnings("unchecked")
    private static List<TranscriptRow> rows(Query query) {
        return query.getResultList();
    }

    /** What was written in a dialog, without what the system said: messages and receipts, how many and how large. */
    public Written written(UUID dialogId) {
        var row = (Object[]) em.createNativeQuery("""
                        select count(*) filter (where kind <> 'ACCEPT_STATUS'), coalesce(sum(bytes) filter (where kind <> 'ACCEPT_STATUS'), 0),
                            count(*) filter (where kind = 'ACCEPT_STATUS'), coalesce(sum(bytes) filter (where kind = 'ACCEPT_STATUS'), 0)
                        from (select kind, octet_length(event) + coalesce(octet_length(metadata), 0) as bytes
                              from transcript_event where dialog_id = :dialog and originator_role <> 'CONTROLLER') said""")
                .setParameter("dialog", dialogId)
                .getSingleResult();
        return new Written(number(row[0]), number(row[1]), number(row[2]), number(row[3]));
    }

    private static long number(Object column) {
        return ((Number) column).longValue();
    }

    /** How many messages and receipts there are, and their size in bytes. */
    public record Written(long messages, long messageBytes, long receipts, long receiptBytes) {
    }

    /**
     * The last thing said in each of these dialogs: content, not a receipt. For lists, of which one may have a thousand: an event of more
     * than a kilobyte has the beginning of its text alone, and metadata of more than half of one are left out.
     */
    @SuppressWarnings("unchecked")
    public List<TranscriptRow> lastContents(Collection<UUID> dialogIds) {
        if (dialogIds.isEmpty()) {
            return List.of();
        }
        return ((List<Object[]>) em.createNativeQuery("""
                        select t.dialog_id, t.sequence, t.conversation_id, t.account_id, t.originator_id, t.originator_role, t.audience,
                            cast(floor(extract(epoch from t.at) * 1000) as bigint), t.kind,
                            case when octet_length(t.event) <= 1024 then t.event else cast(json_build_object('type', cast(t.event as json) ->> 'type',
                                'contentType', cast(t.event as json) ->> 'contentType', 'message', left(cast(t.event as json) ->> 'message', 300) || '…') as text) end,
                            case when octet_length(t.metadata) <= 512 then t.metadata end
                        from conversation wanted
                            cross join lateral (select * from transcript_event l
                                where l.dialog_id = wanted.conversation_id and l.kind <> 'ACCEPT_STATUS' order by l.sequence desc limit 1) t
                        where wanted.conversation_id in (:dialogs)""")
                .setParameter("dialogs", dialogIds)
                .getResultList()).stream().map(TranscriptStore::shortened).toList();
    }

    /** A row that the persistence context does not know: it is not what is kept. */
    private static TranscriptRow shortened(Object[] column) {
        var row = new TranscriptRow();
        row.dialogId = (UUID) column[0];
        row.sequence = (int) number(column[1]);
        row.conversationId = (UUID) column[2];
        row.accountId = (String) column[3];
        row.originatorId = (String) column[4];
        row.originatorRole = (String) column[5];
        row.audience = (String) column[6];
        row.at = Instant.ofEpochMilli(number(column[7]));
        row.kind = (String) column[8];
        row.event = (String) column[9];
        row.metadata = (String) column[10];
        return row;
    }

    /** Deletes what accounts do not keep any longer, of so many conversations at most; answers of how many. */
    public int forget(Instant now, int atMost) {
        return ((Number) em.createNativeQuery("select forget_transcripts(:now, :atMost)")
                .setParameter("now", now)
                .setParameter("atMost", atMost)
                .getSingleResult()).intValue();
    }

    private boolean insert(TranscriptRow row) {
        return em.createQuery("""
                        insert into TranscriptRow (dialogId, sequence, conversationId, accountId, originatorId, originatorRole,
                            audience, at, kind, event, metadata)
                        values (:dialog, :sequence, :conversation, :account, :originator, :role, :audience, :at, :kind, :event, :metadata)
                        on conflict do nothing""")
                .setParameter("dialog", row.dialogId)
                .setParameter("sequence", row.sequence)
                .setParameter("conversation", row.conversationId)
                .setParameter("account", row.accountId)
                .setParameter("originator", row.originatorId)
                .setParameter("role", row.originatorRole)
                .setParameter("audience", row.audience)
                .setParameter("at", row.at)
                .setParameter("kind", row.kind)
                .setParameter("event", row.event)
                .setParameter("metadata", row.metadata)
                .executeUpdate() == 1;
    }
}
