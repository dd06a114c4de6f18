package eyeline.store.account;

import eyeline.store.page.NamePage;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The accounts. */
@Dependent
public class AccountStore {
    private static final String BRANDS = "e.accountId <> :operators";

    @PersistenceContext(unitName = "eyeline")
    EntityManager em;

    public Optional<AccountRow> find(String accountId) {
        return Optional.ofNullable(em.find(AccountRow.class, accountId));
    }

    /** Only what is asked for with each message; nothing of an account that is not there. */
    public Optional<Writing> writing(String accountId) {
        return em.createQuery("""
                        select new eyeline.store.account.AccountStore$Writing(messagesPerMinute, conversationMessages, conversationMegabytes)
                        from AccountRow where accountId = :account""", Writing.class)
                .setParameter("account", accountId)
                .getResultStream().findFirst();
    }

    /** How much may be written in a conversation. */
    public record Writing(int messagesPerMinute, int conversationMessages, int conversationMegabytes) {
    }

    /**
     * Until the end of the transaction nobody else changes people or settings of this account: checks of names and of the last
     * administrator hold. Calls and conversations go on. False without such an account.
     */
    public boolean lock(String accountId) {
        return !em.createNativeQuery("select 1 from account where account_id = :account for no key update", Integer.class)
                .setParameter("account", accountId).getResultList().isEmpty();
    }

    /** Accounts of brands: not that of the operators. */
    public List<AccountRow> list(NamePage page, String operators) {
        return page.of(em, AccountRow.class, BRANDS, "name", "accountId", Map.of("operators", operators));
    }

    public long count(NamePage page, String operators) {
        return page.count(em, AccountRow.class, BRANDS, "name", Map.of("operators", operators));
    }

    public String nextId() {
        return String.valueOf(em.createNativeQuery("select nextval('account_number')", Long.class).getSingleResult());
    }

    public void add(AccountRow account) {
        em.persist(account);
    }

    /** Writes what was changed now, so that the version is the new one. */
    public void flush() {
        em.flush();
    }
}
