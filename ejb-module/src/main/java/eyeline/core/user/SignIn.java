package eyeline.core.user;

import eyeline.core.account.AccountId;
import eyeline.core.account.Accounts;
import eyeline.core.result.RefusalReason;
import eyeline.core.result.Result;
import eyeline.store.user.AgentSessionRow;
import eyeline.store.user.UserStore;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Log-in of agents with user name and password (protocol.md, 1.4). Of the secrets only digests are kept. */
@Stateless
public class SignIn {
    /** A log-in lasts a working day unless it is prolonged. */
    public static final Duration LIFE = Duration.ofHours(8);

    /** Who holds a bearer, with the name used to log in. */
    public record Holder(String loginName, Agent agent) {
    }

    @Inject
    UserStore users;
    @Inject
    LogIns logIns;
    @Inject
    Accounts accounts;
    @Inject
    Clock clock;

    /** Refuses with NOT_AUTHENTICATED for unknown users and wrong passwords alike. */
    public Result<SignedIn> signIn(AccountId account, String loginName, String password) {
        var user = accounts.find(account).flatMap(a -> users.findByLogin(a.id().value(), loginName));
        var hash = user.map(u -> PasswordHash.parse(u.passwordHash)).orElse(PasswordHash.OF_NOBODY);
        if (!hash.matches(password) || user.isEmpty() || !user.get().enabled) {
            return Result.refused(RefusalReason.NOT_AUTHENTICATED.because("The user name or the password is wrong."));
        }
        return Result.done(logIns.open(user.get()));
    }

    /** Who holds this bearer, unless it has run out, the user was disabled or the account closed. */
    public Optional<Agent> agent(AccountId account, String bearer) {
        return accounts.find(account).flatMap(open -> session(account, bearer)).flatMap(s -> users.find(s.userPid)).filter(u -> u.enabled).map(logIns::agent);
    }

    /** Until when who came by this bearer may stay in the workspace; nothing if no more. */
    public Optional<Instant> until(AccountId account, String bearer) {
        return until(account, LogInId.of(bearer));
    }

    private Optional<Instant> until(AccountId account, LogInId logIn) {
        return accounts.find(account).flatMap(open -> session(account, logIn.bytes()))
                .filter(s -> works(s.userPid)).map(s -> s.expiresAt);
    }

    /**
     * Why this user may not be in the workspace any more, by this log-in; nothing if all stands. Without a log-in (it is not known after a
     * restart of the server) the user alone is asked for.
     */
    public Optional<Departure> departure(AccountId account, String userPid, Optional<LogInId> logIn) {
        if (accounts.find(account).isEmpty()) {
            return Optional.of(Departure.ACCOUNT_CLOSED);
        }
        var stands = logIn.map(id -> until(account, id).isPresent()).orElseGet(() -> works(UUID.fromString(userPid)));
        return stands ? Optional.empty() : Optional.of(Departure.LOGIN_ENDED);
    }

    private boolean works(UUID userPid) {
        return users.find(userPid).filter(u -> u.enabled).map(logIns::agent).filter(Agent::worksInWorkspace).isPresent();
    }

    /** Who holds this bearer, of whatever account that is open, unless it has run out or the user was disabled. */
    public Optional<Holder> holder(String bearer) {
        return users.session(Secrets.digest(bearer)).filter(s -> clock.instant().isBefore(s.expiresAt))
                .filter(s -> accounts.find(new AccountId(s.accountId)).isPresent())
                .flatMap(s -> users.find(s.userPid)).filter(u -> u.enabled)
                .map(u -> new Holder(u.loginName, logIns.agent(u)));
    }

    /** Prolongs the bearer (protocol.md, L6); refuses with NOT_AUTHENTICATED if it has run out or {@code csrf} is another's. */
    public Result<Void> refresh(AccountId account, String bearer, String csrf) {
        var session = session(account, bearer)
                .filter(s -> MessageDigest.isEqual(s.csrfDigest, Secrets.digest(csrf)))
                .filter(s -> users.find(s.userPid).filter(u -> u.enabled).isPresent());
        if (session.isEmpty()) {
            return Result.refused(RefusalReason.NOT_AUTHENTICATED);
        }
        session.get().expiresAt = clock.instant().plus(LIFE);
        return Result.done();
    }

    /** Ends the log-in; the answer is whose it was (PID). Nothing happens for an unknown bearer. */
    public Optional<String> signOut(AccountId account, String bearer) {
        var ended = session(account, bearer);
        ended.ifPresent(s -> users.removeSession(s.bearerDigest));
        return ended.map(s -> s.userPid.toString());
    }

    private Optional<AgentSessionRow> session(AccountId account, String bearer) {
        return session(account, Secrets.digest(bearer));
    }

    private Optional<AgentSessionRow> session(AccountId account, byte[] digest) {
        return users.session(digest)
                .filter(s -> s.accountId.equals(account.value()) && clock.instant().isBefore(s.expiresAt));
    }
}
