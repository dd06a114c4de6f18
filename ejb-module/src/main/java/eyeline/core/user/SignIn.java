package eyeline.core.user;

import eyeline.core.account.AccountId;
import eyeline.core.result.RefusalReason;
import eyeline.core.result.Result;
import jakarta.ejb.Stateless;
import java.util.Optional;

/** Log-in of agents with user name and password (protocol.md, 1.4). */
@Stateless
public class SignIn {

    /** Refuses with NOT_AUTHENTICATED for unknown users and wrong passwords alike, NOT_PERMITTED for a role without a workspace. */
    public Result<SignedIn> signIn(AccountId account, String loginName, String password) {
        return Result.refused(RefusalReason.NOT_AUTHENTICATED);
    }

    /** Who holds this bearer, unless it has run out or the user was disabled. */
    public Optional<Agent> agent(AccountId account, String bearer) {
        return Optional.empty();
    }

    /** Prolongs the bearer (protocol.md, L6); refuses with NOT_AUTHENTICATED if it has run out or {@code csrf} is another's. */
    public Result<Void> refresh(AccountId account, String bearer, String csrf) {
        return Result.refused(RefusalReason.NOT_AUTHENTICATED);
    }

    /** Ends the log-in. Nothing happens for an unknown bearer. */
    public void signOut(AccountId account, String bearer) {
    }
}
