package eyeline.web.account;

import eyeline.core.account.AccountId;
import eyeline.core.account.Accounts;
import eyeline.core.account.Fence;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The websites of an account, by exact origin. {@code null}, the origin of a sandboxed page, never is one. */
@ApplicationScoped
public class AccountOrigins {

    @Inject
    Accounts accounts;

    public boolean has(AccountId account, String origin) {
        return Fence.within(account, () -> accounts.find(account)).map(known -> known.origins().contains(origin)).orElse(false) && !origin.equals("null");
    }
}
