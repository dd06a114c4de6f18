package eyeline.web.http;

import eyeline.core.account.AccountId;
import eyeline.core.change.Actor;
import eyeline.core.user.Agent;
import eyeline.core.user.Role;
import jakarta.enterprise.context.RequestScoped;
import java.util.Set;
import java.util.UUID;

/** Who makes this request, once the authentication filter has let it pass. */
@RequestScoped
public class Caller {

    private Agent user;
    private String loginName;
    private String bearer;

    /** Said once, by the filter. */
    public void is(Agent someone, String name, String shown) {
        user = someone;
        loginName = name;
        bearer = shown;
    }

    public Agent user() {
        return user;
    }

    /** What was shown: the log-in that this request rests on. */
    public String bearer() {
        return bearer;
    }

    /** As the record of changes names them. */
    public Actor actor() {
        return new Actor(UUID.fromString(user.id()), loginName, user.name());
    }

    /** The caller's own account: "0" for operators. */
    public AccountId account() {
        return user.account();
    }

    public Set<Role> roles() {
        return user.roles();
    }
}
