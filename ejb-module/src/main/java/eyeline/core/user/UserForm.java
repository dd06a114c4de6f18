package eyeline.core.user;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What an administrator says of a user. {@code password}: needed for a new user, else only to set another one. */
public record UserForm(String loginName, String fullName, boolean isEnabled, Set<UUID> profileIds, Set<String> skillIds,
        Optional<String> password) {
}
