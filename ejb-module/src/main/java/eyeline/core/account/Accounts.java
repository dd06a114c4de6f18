package eyeline.core.account;

import eyeline.store.account.AccountRow;
import eyeline.store.account.AccountStore;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** The accounts of this installation. */
@Stateless
public class Accounts {
    @Inject
    AccountStore store;

    /** The account, if there is one and it is enabled. */
    public Optional<Account> find(AccountId id) {
        return store.find(id.value()).filter(row -> row.enabled).map(Accounts::account);
    }

    private static Account account(AccountRow row) {
        return new Account(new AccountId(row.accountId), row.name, row.anonymousSignUp, row.voice, row.video,
                row.agentCameraOff, row.consumerCameraOff, Duration.ofSeconds(row.invitationSeconds), row.callsPerAgent,
                Set.copyOf(row.origins));
    }
}
