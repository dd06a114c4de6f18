package eyeline.core.user;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** A stored password: {@code PBKDF2WithHmacSHA512:<iterations>:<base64 salt>:<base64 key>} (the form of Jakarta Security). */
public record PasswordHash(int iterations, byte[] salt, byte[] key) {
    private static final String ALGORITHM = "PBKDF2WithHmacSHA512";
    private static final int ITERATIONS = 210_000;
    private static final int SALT_BYTES = 16;
    private static final int KEY_BYTES = 64;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Checked against when there is no such user, so that the answer takes as long as for one that exists. */
    static final PasswordHash OF_NOBODY = new PasswordHash(ITERATIONS, new byte[SALT_BYTES], new byte[KEY_BYTES]);

    public static PasswordHash parse(String stored) {
        var parts = stored.split(":");
        if (parts.length != 4 || !parts[0].equals(ALGORITHM)) {
            throw new IllegalArgumentException("not a password hash");
        }
        var decoder = Base64.getDecoder();
        return new PasswordHash(Integer.parseInt(parts[1]), decoder.decode(parts[2]), decoder.decode(parts[3]));
    }

    /** Of a new password, with a salt of its own. */
    public static PasswordHash of(String password) {
        var salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return new PasswordHash(ITERATIONS, salt, derive(password, salt, ITERATIONS, KEY_BYTES));
    }

    public boolean matches(String password) {
        return MessageDigest.isEqual(derive(password, salt, iterations, key.length), key);
    }

    /** As it is kept; {@link #parse} reads it. */
    public String stored() {
        var encoder = Base64.getEncoder();
        return ALGORITHM + ":" + iterations + ":" + encoder.encodeToString(salt) + ":" + encoder.encodeToString(key);
    }

    private static byte[] derive(String password, byte[] salt, int iterations, int bytes) {
        try {
            var spec = new PBEKeySpec(password.toCharArray(), salt, iterations, bytes * 8);
            return SecretKeyFactory.getInstance(ALGORITHM).generateSecret(spec).getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
