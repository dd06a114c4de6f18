package eyeline.web.check;

import eyeline.core.account.AccountId;
import eyeline.core.user.Agent;
import eyeline.core.user.ConsumerTokens;
import eyeline.core.user.SignIn;
import eyeline.web.http.HttpLimits;
import eyeline.web.wire.Limits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Who checks before a call: somebody who works in the workspace, by the bearer, or a consumer, by the token for the socket. */
@ApplicationScoped
class CheckPeople {

    private static final String SCHEME = "Bearer ";

    /** {@code known}: the account has made this person's user itself. */
    record Person(String id, boolean known) {
    }

    @Inject
    SignIn signIn;
    @Inject
    ConsumerTokens tokens;

    Optional<Person> who(AccountId account, String authorization) {
        if (authorization == null || !authorization.startsWith(SCHEME)) {
            return Optional.empty();
        }
        var shown = authorization.substring(SCHEME.length()).strip();
        return shown.length() <= HttpLimits.BEARER ? agent(account, shown) : consumer(account, shown);
    }

    private Optional<Person> agent(AccountId account, String bearer) {
        return signIn.agent(account, bearer).filter(Agent::worksInWorkspace).map(agent -> new Person(agent.id(), true));
    }

    private Optional<Person> consumer(AccountId account, String token) {
        return token.length() <= Limits.TOKEN && tokens.check(account, token) instanceof ConsumerTokens.Check.Valid valid
                ? Optional.of(new Person(valid.consumer().id(), false)) : Optional.empty();
    }
}
