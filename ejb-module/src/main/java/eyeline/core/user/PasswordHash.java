package eyeline.core.user;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** A stored password: {@code PBKDF2WithHmacSHA512:<iterations>:<base64 salt>:<base64 key>} (the form of Jakarta Security). */
record PasswordHash(int iterations, byte[] salt, byte[] key) {
    private static final String ALGORITHM = "PBKDF2WithHmacSHA512";

    /** Checked against when there is no such user, so that the answer takes as long as for one that exists. */
    static final PasswordHash OF_NOBODY = new PasswordHash(210_000, new byte[16], new byte[64]);

    static PasswordHash parse(String stored) {
        var parts = stored.split(":");
        if (parts.length != 4 || !parts[0].equals(ALGORITHM)) {
            throw new IllegalArgumentException("not a password hash");
        }
        var decoder = Base64.getDecoder();
        return new PasswordHash(Integer.parseInt(parts[1]), decoder.decode(parts[2]), decoder.decode(parts[3]));
    }

    boolean matches(String password) {
        try {
            var spec = new PBEKeySpec(password.toCharArray(), salt, iterations, key.length * 8);
            var derived = SecretKeyFactory.getInstance(ALGORITHM).generateSecret(spec).getEncoded();
            return MessageDigest.isEqual(derived, key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
