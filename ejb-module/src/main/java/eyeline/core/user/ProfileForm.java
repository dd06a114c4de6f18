package eyeline.core.user;

import java.util.Set;

/** What an administrator says of a profile. */
public record ProfileForm(Role role, String name, Set<Permission> permissions) {
}
