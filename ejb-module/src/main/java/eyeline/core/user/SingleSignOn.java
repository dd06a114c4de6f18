package eyeline.core.user;

import eyeline.core.account.AccountId;
import eyeline.core.account.Accounts;
import eyeline.core.result.RefusalReason;
import eyeline.core.result.Result;
import eyeline.store.user.SsoCodeStore;
import eyeline.store.user.UserRow;
import eyeline.store.user.UserStore;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Log-in by the organisation's account: an OpenID provider has said who somebody is, and in the accounts for which it may speak that
 * is the user of this log-in name. Users are never made here.
 */
@Stateless
public class SingleSignOn {
    private static final Duration LIFE = Duration.ofSeconds(60);
    /** The accounts in whose name the provider speaks. In any other one somebody else may have the log-in name. */
    private static final Set<String> ACCOUNTS = accounts(System.getenv("EYELINE_OIDC_ACCOUNTS"));

    /** The way back to the page, good once: {@code code} in the address, {@code browser} in a cookie of this browser alone. */
    public record Code(String code, String browser) {
    }

    @Inject
    Accounts accounts;
    @Inject
    UserStore users;
    @Inject
    SsoCodeStore codes;
    @Inject
    LogIns logIns;
    @Inject
    Clock clock;

    /** Whether anybody may log in this way. */
    public boolean offered() {
        return !ACCOUNTS.isEmpty();
    }

    /** For whom the provider says is {@code loginName}: NOT_SUPPORTED in an account for which it does not speak, NOT_FOUND without such a user. */
    public Result<Code> begin(AccountId account, String loginName) {
        if (!ACCOUNTS.contains(account.value())) {
            return Result.refused(RefusalReason.NOT_SUPPORTED);
        }
        var user = accounts.find(account).flatMap(a -> users.findByLogin(a.id().value(), loginName)).filter(u -> u.enabled);
        return user.map(u -> Result.done(code(u))).orElseGet(() -> Result.refused(RefusalReason.NOT_FOUND));
    }

    private Code code(UserRow user) {
        var now = clock.instant();
        codes.removeExpiredBefore(now);
        var code = new Code(Secrets.random(), Secrets.random());
        codes.add(Secrets.digest(code.code()), Secrets.digest(code.browser()), user.accountId, user.userPid, now.plus(LIFE));
        return code;
    }

    /** Once, within a minute, in the browser that began it; else NOT_AUTHENTICATED, and the code is spent. */
    public Result<SignedIn> redeem(AccountId account, String code, String browser) {
        var user = codes.take(Secrets.digest(code), account.value())
                .filter(kept -> clock.instant().isBefore(kept.expiresAt()))
                .filter(kept -> MessageDigest.isEqual(kept.browserDigest(), Secrets.digest(browser)))
                .filter(kept -> accounts.find(account).isPresent())
                .flatMap(kept -> users.find(kept.userPid())).filter(u -> u.enabled);
        return user.map(u -> Result.done(logIns.open(u))).orElseGet(() -> Result.refused(
                RefusalReason.NOT_AUTHENTICATED.because("This log-in took too long or was used already. Begin again.")));
    }

    private static Set<String> accounts(String list) {
        return Optional.ofNullable(list).stream().flatMap(text -> Arrays.stream(text.split(","))).map(String::strip)
                .filter(id -> !id.isEmpty()).collect(Collectors.toUnmodifiableSet());
    }
}
