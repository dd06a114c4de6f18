package eyeline.core.user;

import eyeline.store.user.UserStore;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** What a user may do, as it is now: the union of the user's profiles (P1). */
@Dependent
@Transactional
public class Permissions {
    @Inject
    UserStore users;

    /** Whether any profile of this user has the permission; never for a disabled user. {@code userPid}: the agent's id. */
    public boolean has(String userPid, Permission permission) {
        return users.permissions(UUID.fromString(userPid)).contains(permission.name());
    }
}
