package eyeline.core.user;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.List;
import java.util.Optional;

/** Which passwords people may choose: long ones that are not among the first that anybody would try. */
public final class PasswordPolicy {
    public static final int SHORTEST = 12;
    public static final int LONGEST = 128;
    /** "Safely unguessable" in zxcvbn's words, from 0 to 4: more than a hundred million guesses. */
    private static final int GOOD = 3;
    /** What is common shows in its beginning, and the cost of looking grows with the length. */
    private static final int LOOKED_AT = 32;
    private static final Zxcvbn GUESSES = new Zxcvbn();

    private PasswordPolicy() {
    }

    /** What speaks against a password, in a sentence for a person. */
    public static Optional<String> objection(String password, String loginName) {
        var length = password.codePointCount(0, password.length());
        if (length < SHORTEST || length > LONGEST) {
            return Optional.of("A password has " + SHORTEST + " to " + LONGEST + " characters.");
        }
        if (password.equalsIgnoreCase(loginName)) {
            return Optional.of("The password must not be the log-in name.");
        }
        return isCommon(password, loginName)
                ? Optional.of("This password is among the first that anybody would try. Four words that do not belong together are a good one.")
                : Optional.empty();
    }

    private static boolean isCommon(String password, String loginName) {
        var beginning = password.substring(0, Math.min(password.length(), LOOKED_AT));
        return GUESSES.measure(beginning, List.of(loginName, "eyeline")).getScore() < GOOD;
    }
}
