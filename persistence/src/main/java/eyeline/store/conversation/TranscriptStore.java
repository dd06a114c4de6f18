package eyeline.store.conversation;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The transcript: appended to, read, never changed; only forgotten when its account says so. */
@Dependent
public class TranscriptStore {
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

    public List<TranscriptRow> since(UUID dialogId, int fromSequence) {
        return em.createQuery(
                        "from TranscriptRow where dialogId = :dialog and sequence >= :from order by sequence", TranscriptRow.class)
                .setParameter("dialog", dialogId)
                .setParameter("from", fromSequence)
                .getResultList();
    }

    /** The last thing said in each of these dialogs: content, not a receipt. */
    public List<TranscriptRow> lastContents(Collection<UUID> dialogIds) {
        if (dialogIds.isEmpty()) {
            return List.of();
        }
        return em.createQuery("""
                        from TranscriptRow t
                        where t.dialogId in :dialogs and t.sequence = (
                            select max(l.sequence) from TranscriptRow l
                            where l.dialogId = t.dialogId and l.kind <> 'ACCEPT_STATUS')""",
                        TranscriptRow.class)
                .setParameter("dialogs", dialogIds)
                .getResultList();
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
