package eyeline.core.user;

import eyeline.core.account.AccountId;
import eyeline.store.user.AgentSessionRow;
import eyeline.store.user.UserRow;
import eyeline.store.user.UserStore;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;

/** Opens a log-in for who has been found to be somebody, by whatever means. */
@Dependent
class LogIns {
    @Inject
    UserStore users;
    @Inject
    Clock clock;

    SignedIn open(UserRow user) {
        var now = clock.instant();
        users.removeSessionsExpiredBefore(now);
        var signedIn = new SignedIn(Secrets.random(), Secrets.random(), now.plus(SignIn.LIFE), user.loginName, agent(user));
        var row = new AgentSessionRow();
        row.bearerDigest = Secrets.digest(signedIn.bearer());
        row.csrfDigest = Secrets.digest(signedIn.csrf());
        row.userPid = user.userPid;
        row.accountId = user.accountId;
        row.createdAt = now;
        row.expiresAt = signedIn.expiresAt();
        users.addSession(row);
        return signedIn;
    }

    Agent agent(UserRow user) {
        var roles = EnumSet.noneOf(Role.class);
        users.roles(user.userPid).forEach(role -> roles.add(Role.valueOf(role)));
        return new Agent(new AccountId(user.accountId), user.userPid.toString(), user.userId, user.displayName,
                Set.copyOf(roles));
    }
}
