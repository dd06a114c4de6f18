package eyeline.core.user;

import java.util.Optional;

/** Which passwords people may choose. */
public final class PasswordPolicy {
    public static final int SHORTEST = 12;
    public static final int LONGEST = 128;

    private PasswordPolicy() {
    }

    /** What speaks against a password, in a sentence for a person. */
    public static Optional<String> objection(String password, String loginName) {
        var length = password.codePointCount(0, password.length());
        if (length < SHORTEST || length > LONGEST) {
            return Optional.of("A password has " + SHORTEST + " to " + LONGEST + " characters.");
        }
        return password.equalsIgnoreCase(loginName) ? Optional.of("The password must not be the log-in name.") : Optional.empty();
    }
}
