package eyeline.core.user;

import java.util.HexFormat;

/** Which log-in of a user it is: the SHA-256 of its bearer in hex digits, from which nobody finds the bearer. */
public record LogInId(String digest) {

    public static LogInId of(String bearer) {
        return new LogInId(HexFormat.of().formatHex(Secrets.digest(bearer)));
    }

    byte[] bytes() {
        return HexFormat.of().parseHex(digest);
    }
}
