package eyeline.core.account;

import jakarta.ejb.Stateless;
import java.util.Optional;

/** The accounts of this installation. */
@Stateless
public class Accounts {

    /** The account, if there is one and it is enabled. */
    public Optional<Account> find(AccountId id) {
        return Optional.empty();
    }
}
