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
}
