package eyeline.store.change;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** The record of administrative changes. */
@Dependent
public class AdminChangeStore {
    @PersistenceContext(unitName = "eyeline")
    EntityManager em;

    public void append(AdminChangeRow change) {
        em.persist(change);
    }

    /** Newest first, from below {@code before}; of one kind of subject, or of one subject, if they are given. */
    public List<AdminChangeRow> list(String accountId, Optional<String> subject, Optional<String> subjectId, long before, int limit) {
        return em.createQuery("""
                        from AdminChangeRow where accountId = :account and changeId < :before
                        and (:subject is null or subject = :subject) and (:subjectId is null or subjectId = :subjectId)
                        order by changeId desc""", AdminChangeRow.class)
                .setParameter("account", accountId)
                .setParameter("before", before)
                .setParameter("subject", subject.orElse(null))
                .setParameter("subjectId", subjectId.orElse(null))
                .setMaxResults(limit)
                .getResultList();
    }

    public long count(String accountId, Optional<String> subject, Optional<String> subjectId) {
        return em.createQuery("""
                        select count(*) from AdminChangeRow where accountId = :account
                        and (:subject is null or subject = :subject) and (:subjectId is null or subjectId = :subjectId)""", Long.class)
                .setParameter("account", accountId)
                .setParameter("subject", subject.orElse(null))
                .setParameter("subjectId", subjectId.orElse(null))
                .getSingleResult();
    }
}
