package eyeline.core.user;

import eyeline.core.account.AccountId;
import eyeline.core.result.Refusal;
import eyeline.core.result.RefusalReason;
import eyeline.store.account.AccountStore;
import eyeline.store.user.PeopleStore;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;

/** What all changes of people have in common. */
@Dependent
class Administration {
    /** The operators' own account: operators live there, and nobody else does. */
    static final AccountId OPERATORS = new AccountId("0");

    @Inject
    AccountStore accounts;
    @Inject
    PeopleStore people;

    /** From here to the end of the transaction nobody else changes this account's people. */
    Optional<Refusal> begin(AccountId account) {
        return accounts.lock(account.value()) ? Optional.empty() : Optional.of(RefusalReason.NOT_FOUND.refusal());
    }

    static Optional<Refusal> stale(long expected, long actual) {
        return expected == actual ? Optional.empty() : Optional.of(RefusalReason.CHANGED_MEANWHILE.refusal());
    }

    /** Who can administer the account and is able to log in. */
    long administrators(AccountId account) {
        return people.able(account.value(), administering(account).name());
    }

    static Role administering(AccountId account) {
        return account.equals(OPERATORS) ? Role.OPERATOR : Role.ADMINISTRATOR;
    }

    /** Operators only among themselves, and nobody else there. */
    static boolean belongs(Role role, AccountId account) {
        return (role == Role.OPERATOR) == account.equals(OPERATORS);
    }
}
