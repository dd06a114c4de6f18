package eyeline.store.account;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;

/** The accounts. */
@Dependent
public class AccountStore {
    @PersistenceContext(unitName = "eyeline")
    EntityManager em;

    public Optional<AccountRow> find(String accountId) {
        return Optional.ofNullable(em.find(AccountRow.class, accountId));
    }

    /**
     * Until the end of the transaction nobody else changes people or settings of this account: checks of names and of the last
     * administrator hold. Calls and conversations go on. False without such an account.
     */
    public boolean lock(String accountId) {
        return !em.createNativeQuery("select 1 from account where account_id = :account for no key update", Integer.class)
                .setParameter("account", accountId).getResultList().isEmpty();
    }
}
