package eyeline.store.call;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The event log of calls, and the projection of the open ones that is written in the same transaction. */
@Dependent
public class CallEventStore {
    @PersistenceContext(unitName = "eyeline")
    EntityManager em;

    /** The events of a call in order; empty for a call that never was. */
    public List<CallEventRow> events(UUID callId) {
        return em.createQuery("from CallEventRow where callId = :call order by seq", CallEventRow.class)
                .setParameter("call", callId)
                .getResultList();
    }

    /**
     * Appends an event. False: another event has this number, so somebody else decided first; load again. Waits for a
     * transaction that is about to take the same number.
     */
    public boolean append(CallEventRow row) {
        return em.createQuery("""
                        insert into CallEventRow (callId, seq, accountId, conversationId, at, type, party, participantId, mode,
                            agentId, consumerId, expiresAt, endReason, cause, errorId, durationMs, participants,
                            agentQuality, consumerQuality)
                        values (:call, :seq, :account, :conversation, :at, :type, :party, :participant, :mode,
                            :agent, :consumer, :expires, :endReason, :cause, :errorId, :duration, :participants,
                            :agentQuality, :consumerQuality)
                        on conflict do nothing""")
                .setParameter("call", row.callId)
                .setParameter("seq", row.seq)
                .setParameter("account", row.accountId)
                .setParameter("conversation", row.conversationId)
                .setParameter("at", row.at)
                .setParameter("type", row.type)
                .setParameter("party", row.party)
                .setParameter("participant", row.participantId)
                .setParameter("mode", row.mode)
                .setParameter("agent", row.agentId)
                .setParameter("consumer", row.consumerId)
                .setParameter("expires", row.expiresAt)
                .setParameter("endReason", row.endReason)
                .setParameter("cause", row.cause)
                .setParameter("errorId", row.errorId)
                .setParameter("duration", row.durationMs)
                .setParameter("participants", row.participants)
                .setParameter("agentQuality", row.agentQuality)
                .setParameter("consumerQuality", row.consumerQuality)
                .executeUpdate() == 1;
    }

    /** Notes a call as open. False: the conversation has an open call, or this slot of the agent is taken. */
    public boolean open(OpenCallRow row) {
        return em.createQuery("""
                        insert into OpenCallRow (callId, accountId, conversationId, agentId, slot)
                        values (:call, :account, :conversation, :agent, :slot)
                        on conflict do nothing""")
                .setParameter("call", row.callId)
                .setParameter("account", row.accountId)
                .setParameter("conversation", row.conversationId)
                .setParameter("agent", row.agentId)
                .setParameter("slot", row.slot)
                .executeUpdate() == 1;
    }

    /** Notes a call as ended. */
    public void close(UUID callId) {
        em.createQuery("delete from OpenCallRow where callId = :call").setParameter("call", callId).executeUpdate();
    }

    /** Somebody is in these calls. */
    public void alive(Collection<UUID> callIds, Instant now) {
        em.createQuery("update OpenCallRow set aliveAt = :now, waitingSince = null where callId in :calls")
                .setParameter("now", now).setParameter("calls", callIds).executeUpdate();
    }

    /** A call waits for its people, unless it does already. */
    public void waits(UUID callId, Instant since) {
        em.createQuery("update OpenCallRow set waitingSince = :since where callId = :call and waitingSince is null")
                .setParameter("since", since).setParameter("call", callId).executeUpdate();
    }

    public List<OpenCallRow> openCalls() {
        return em.createQuery("from OpenCallRow", OpenCallRow.class).getResultList();
    }

    public List<OpenCallRow> openCallsOfAccount(String accountId) {
        return em.createQuery("from OpenCallRow where accountId = :account", OpenCallRow.class)
                .setParameter("account", accountId)
                .getResultList();
    }

    public Optional<OpenCallRow> openCallOf(UUID conversationId) {
        return em.createQuery("from OpenCallRow where conversationId = :conversation", OpenCallRow.class)
                .setParameter("conversation", conversationId)
                .getResultStream().findFirst();
    }

    public List<OpenCallRow> openCallsOfConsumer(String accountId, String consumerId) {
        return em.createQuery("""
                        select o from OpenCallRow o, ConversationRow c
                        where c.conversationId = o.conversationId and c.accountId = :account and c.consumerId = :consumer""",
                        OpenCallRow.class)
                .setParameter("account", accountId)
                .setParameter("consumer", consumerId)
                .getResultList();
    }

    public List<OpenCallRow> openCallsOfAgent(String agentId) {
        return em.createQuery("from OpenCallRow where agentId = :agent", OpenCallRow.class)
                .setParameter("agent", agentId)
                .getResultList();
    }

    /** For each conversation that has had a call, the last one that was invited to. */
    public List<UUID> lastCallsOf(Collection<UUID> conversationIds) {
        if (conversationIds.isEmpty()) {
            return List.of();
        }
        return em.createQuery("""
                        select e.callId from CallEventRow e
                        where e.conversationId in :conversations and e.type = 'INVITED' and not exists (
                            from CallEventRow later
                            where later.conversationId = e.conversationId and later.type = 'INVITED'
                                and (later.at > e.at or later.at = e.at and later.callId > e.callId))""", UUID.class)
                .setParameter("conversations", conversationIds)
                .getResultList();
    }
}
