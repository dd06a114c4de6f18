package eyeline.core.user;

import eyeline.core.account.AccountId;
import java.util.Set;

/**
 * A user who has logged in; the agent workspace is for agents and agent managers alone. {@code id} is the PID, {@code userId} the
 * short id of the older dialect, {@code roles} what the user's profiles gave at log-in. Permissions are not kept here: they
 * are looked up at every check.
 */
public record Agent(AccountId account, String id, String userId, String name, Set<Role> roles) implements Person {

    /** The agent id of the older dialect, {@code <account>.<userId>}. */
    public String oldId() {
        return account.value() + "." + userId;
    }

    /** Whether the agent workspace is this user's room. */
    public boolean worksInWorkspace() {
        return roles.contains(Role.AGENT) || roles.contains(Role.AGENT_MANAGER);
    }
}
