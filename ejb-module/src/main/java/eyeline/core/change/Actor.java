package eyeline.core.change;

import java.util.UUID;

/** Who changes something: an administrator or an operator, as the record names them. */
public record Actor(UUID pid, String loginName, String fullName) {
}
