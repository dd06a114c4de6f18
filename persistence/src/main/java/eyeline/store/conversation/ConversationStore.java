package eyeline.store.conversation;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Conversations and who takes part. What can happen twice at once is decided by a constraint or by the condition of an
 * update: the methods answer whether this caller was the one.
 */
@Dependent
public class ConversationStore {
    @PersistenceContext(unitName = "eyeline")
    EntityManager em;

    public Optional<ConversationRow> find(UUID conversationId) {
        return Optional.ofNullable(em.find(ConversationRow.class, conversationId));
    }

    public Optional<ConversationRow> findOpen(String accountId, String consumerId) {
        return em.createQuery("""
                        from ConversationRow
                        where accountId = :account and consumerId = :consumer and state = 'OPEN'""", ConversationRow.class)
                .setParameter("account", accountId)
                .setParameter("consumer", consumerId)
                .getResultStream().findFirst();
    }

    /** Whether it was inserted; not if the consumer has an open conversation already. */
    public boolean insert(ConversationRow row) {
        return em.createQuery("""
                        insert into ConversationRow (conversationId, accountId, consumerId, skillId, channel, state,
                            startedAt, ttrType, ttrSeconds, updatedMs)
                        values (:id, :account, :consumer, :skill, :channel, :state, :started, :ttrType, :ttrSeconds, :updated)
                        on conflict do nothing""")
                .setParameter("id", row.conversationId)
                .setParameter("account", row.accountId)
                .setParameter("consumer", row.consumerId)
                .setParameter("skill", row.skillId)
                .setParameter("channel", row.channel)
                .setParameter("state", row.state)
                .setParameter("started", row.startedAt)
                .setParameter("ttrType", row.ttrType)
                .setParameter("ttrSeconds", row.ttrSeconds)
                .setParameter("updated", row.updatedMs)
                .executeUpdate() == 1;
    }

    /** Whether this caller closed it. */
    public boolean close(UUID conversationId, Instant now, String closedBy, String closeReason) {
        return em.createQuery("""
                        update ConversationRow
                        set state = 'CLOSE', endedAt = :now, closedBy = :by, closeReason = :reason
                        where conversationId = :id and state = 'OPEN'""")
                .setParameter("id", conversationId)
                .setParameter("now", now)
                .setParameter("by", closedBy)
                .setParameter("reason", closeReason)
                .executeUpdate() == 1;
    }

    public void rate(UUID conversationId, int rate, Boolean resolution) {
        em.createQuery("update ConversationRow set csatRate = :rate, csatResolution = :resolution where conversationId = :id")
                .setParameter("id", conversationId)
                .setParameter("rate", rate)
                .setParameter("resolution", resolution)
                .executeUpdate();
    }

    public void respondWithin(UUID conversationId, String ttrType, int ttrSeconds) {
        em.createQuery("update ConversationRow set ttrType = :type, ttrSeconds = :seconds where conversationId = :id")
                .setParameter("id", conversationId)
                .setParameter("type", ttrType)
                .setParameter("seconds", ttrSeconds)
                .executeUpdate();
    }

    public void changeSkill(UUID conversationId, String skillId) {
        em.createQuery("update ConversationRow set skillId = :skill where conversationId = :id")
                .setParameter("id", conversationId)
                .setParameter("skill", skillId)
                .executeUpdate();
    }

    /** Notes that something of the conversation changed: {@code updatedMs} grows by at least 1. */
    public void touch(UUID conversationId, long nowMs) {
        em.createQuery("""
                        update ConversationRow
                        set updatedMs = case when updatedMs >= :now then updatedMs + 1 else :now end
                        where conversationId = :id""")
                .setParameter("id", conversationId)
                .setParameter("now", nowMs)
                .executeUpdate();
    }

    public List<ParticipantRow> participants(Collection<UUID> conversationIds) {
        if (conversationIds.isEmpty()) {
            return List.of();
        }
        return em.createQuery("from ParticipantRow where conversationId in :ids", ParticipantRow.class)
                .setParameter("ids", conversationIds)
                .getResultList();
    }

    /** Whether it was added; not if the person takes part already, or another is the assigned agent. */
    public boolean addParticipant(UUID conversationId, String participantId, String role) {
        return em.createQuery("""
                        insert into ParticipantRow (conversationId, participantId, role) values (:id, :participant, :role)
                        on conflict do nothing""")
                .setParameter("id", conversationId)
                .setParameter("participant", participantId)
                .setParameter("role", role)
                .executeUpdate() == 1;
    }

    public boolean removeParticipant(UUID conversationId, String participantId, String role) {
        return em.createQuery("""
                        delete from ParticipantRow
                        where conversationId = :id and participantId = :participant and role = :role""")
                .setParameter("id", conversationId)
                .setParameter("participant", participantId)
                .setParameter("role", role)
                .executeUpdate() == 1;
    }

    /** Open conversations that this agent is assigned to. */
    public List<ConversationRow> openOfAgent(String accountId, String participantId) {
        return em.createQuery("""
                        select c from ConversationRow c, ParticipantRow p
                        where c.accountId = :account and c.state = 'OPEN' and p.conversationId = c.conversationId
                            and p.participantId = :participant and p.role = 'ASSIGNED_AGENT'""", ConversationRow.class)
                .setParameter("account", accountId)
                .setParameter("participant", participantId)
                .getResultList();
    }

    public List<ConversationRow> ofConsumer(String accountId, String consumerId, Collection<String> states, long sinceMs, int most) {
        return em.createQuery("""
                        from ConversationRow
                        where accountId = :account and consumerId = :consumer and state in :states and updatedMs >= :since
                        order by updatedMs desc""", ConversationRow.class)
                .setParameter("account", accountId)
                .setParameter("consumer", consumerId)
                .setParameter("states", states)
                .setParameter("since", sinceMs)
                .setMaxResults(most)
                .getResultList();
    }

    public List<ConversationRow> ofParticipant(String accountId, String participantId, Collection<String> states, long sinceMs, int most) {
        return em.createQuery("""
                        select c from ConversationRow c, ParticipantRow p
                        where c.accountId = :account and c.state in :states and c.updatedMs >= :since
                            and p.conversationId = c.conversationId and p.participantId = :participant
                        order by c.updatedMs desc""", ConversationRow.class)
                .setParameter("account", accountId)
                .setParameter("participant", participantId)
                .setParameter("states", states)
                .setParameter("since", sinceMs)
                .setMaxResults(most)
                .getResultList();
    }

    public List<ConversationRow> ofAccount(String accountId, Collection<String> states, long sinceMs, int most) {
        return em.createQuery("""
                        from ConversationRow
                        where accountId = :account and state in :states and updatedMs >= :since
                        order by updatedMs desc""", ConversationRow.class)
                .setParameter("account", accountId)
                .setParameter("states", states)
                .setParameter("since", sinceMs)
                .setMaxResults(most)
                .getResultList();
    }
}
