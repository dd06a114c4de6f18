package eyeline.core.user;

import java.util.Optional;

/** What the operator says of an account. {@code id} and {@code administrator} count at creation alone. */
public record AccountForm(Optional<String> id, String name, boolean isEnabled, boolean voiceAllowed, boolean videoAllowed,
        Optional<FirstAdministrator> administrator) {

    /** Who can log in to a new account. */
    public record FirstAdministrator(String loginName, String fullName, String password) {
    }
}
