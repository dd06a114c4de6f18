package eyeline.web.account;

import eyeline.core.account.AccountId;
import java.util.Optional;

/** An account's id as it stands in an address. */
public final class AccountPath {

    private AccountPath() {
    }

    /** Nothing for what cannot be one; then there is no such account either. */
    public static Optional<AccountId> id(String text) {
        try {
            return Optional.of(new AccountId(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
