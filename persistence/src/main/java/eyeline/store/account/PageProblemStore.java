package eyeline.store.account;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;

/** The rules that brands' pages were found to break. */
@Dependent
public class PageProblemStore {
    @PersistenceContext(unitName = "eyeline")
    EntityManager em;

    /** Nothing happens if it is known already, or if the account has {@code most}. */
    public void report(String accountId, String origin, String rule, Instant at, int most) {
        em.createNativeQuery("""
                        insert into page_problem (account_id, origin, rule, first_at)
                        select :account, :origin, :rule, :at where (select count(*) from page_problem where account_id = :account) < :most
                        on conflict do nothing""")
                .setParameter("account", accountId)
                .setParameter("origin", origin)
                .setParameter("rule", rule)
                .setParameter("at", at)
                .setParameter("most", most)
                .executeUpdate();
    }

    /** Those that nobody has put away, oldest first. */
    public List<PageProblemRow> open(String accountId) {
        return em.createQuery("from PageProblemRow where accountId = :account and seenAt is null order by firstAt, origin, rule",
                PageProblemRow.class).setParameter("account", accountId).getResultList();
    }

    /** Whether there was one to put away. */
    public boolean putAway(String accountId, String origin, String rule, Instant at) {
        return em.createQuery("""
                        update PageProblemRow set seenAt = :at
                        where accountId = :account and origin = :origin and rule = :rule and seenAt is null""")
                .setParameter("account", accountId)
                .setParameter("origin", origin)
                .setParameter("rule", rule)
                .setParameter("at", at)
                .executeUpdate() > 0;
    }
}
