package eyeline.core.user;

import eyeline.core.account.AccountId;
import eyeline.core.result.RefusalReason;
import eyeline.core.result.Result;
import jakarta.ejb.Stateless;
import java.util.Optional;

/** The consumer's tokens: RS256 JWTs of this installation (protocol.md, 1.2 and 1.3). */
@Stateless
public class ConsumerTokens {

    /** What a token that was shown to us is. */
    public sealed interface Check {
        /** Good until {@code expiresAt}. */
        record Valid(Consumer consumer, java.time.Instant expiresAt) implements Check {
        }

        /** It was ours and has run out: close code 4407. */
        record Expired() implements Check {
        }

        /** Not ours, not a token, or another account's: close code 4401. */
        record Invalid() implements Check {
        }
    }

    /** A new anonymous consumer's socket token (I1). SWITCHED_OFF if the account does not want that, NOT_FOUND without account. */
    public Result<String> signUp(AccountId account) {
        return Result.refused(RefusalReason.NOT_FOUND);
    }

    /** An identity token (I3): a new anonymous identity, or the previous one prolonged within 730 hours of its end. */
    public Result<String> authorize(AccountId account, Optional<String> previous) {
        return Result.refused(RefusalReason.NOT_FOUND);
    }

    /** The socket token for an identity token that is good (I4). */
    public Result<String> authenticate(AccountId account, String identity) {
        return Result.refused(RefusalReason.NOT_FOUND);
    }

    /** Checks a socket token. */
    public Check check(AccountId account, String token) {
        return new Check.Invalid();
    }
}
