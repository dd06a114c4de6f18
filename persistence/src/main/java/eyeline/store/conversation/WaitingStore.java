package eyeline.store.conversation;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Open conversations without an assigned agent. The line goes by the beginning, and by the id where that is the same. */
@Dependent
public class WaitingStore {
    private static final String WAITING = """
            c.accountId = :account and c.state = 'OPEN' and not exists (
                from ParticipantRow p where p.conversationId = c.conversationId and p.role = 'ASSIGNED_AGENT')""";

    @PersistenceContext(unitName = "eyeline")
    EntityManager em;

    /** Those with one of these skills, the longest waiting first, behind {@code after} if that is given. */
    public List<ConversationRow> line(String accountId, Collection<String> skills, Optional<ConversationRow> after, int most) {
        var behind = " and (c.startedAt > :at or c.startedAt = :at and c.conversationId > :id)";
        var query = em.createQuery("from ConversationRow c where " + WAITING + " and c.skillId in :skills" + (after.isPresent() ? behind : "")
                        + " order by c.startedAt, c.conversationId", ConversationRow.class)
                .setParameter("account", accountId)
                .setParameter("skills", skills)
                .setMaxResults(most);
        after.ifPresent(row -> query.setParameter("at", row.startedAt).setParameter("id", row.conversationId));
        return query.getResultList();
    }

    /** How many wait, by skill. */
    public Map<String, Integer> bySkill(String accountId) {
        var counts = new HashMap<String, Integer>();
        em.createQuery("select c.skillId, count(*) from ConversationRow c where " + WAITING + " group by c.skillId", Object[].class)
                .setParameter("account", accountId)
                .getResultList().forEach(row -> counts.put((String) row[0], ((Long) row[1]).intValue()));
        return counts;
    }

    /** Those of these conversations that wait. */
    public List<UUID> of(String accountId, Collection<UUID> conversationIds) {
        return conversationIds.isEmpty() ? List.of()
                : em.createQuery("select c.conversationId from ConversationRow c where " + WAITING + " and c.conversationId in :ids", UUID.class)
                        .setParameter("account", accountId)
                        .setParameter("ids", conversationIds)
                        .getResultList();
    }
}
