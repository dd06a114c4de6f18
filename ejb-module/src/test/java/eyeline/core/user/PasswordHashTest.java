package eyeline.core.user;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PasswordHashTest {
    /** Of "correct horse", computed with Python's hashlib.pbkdf2_hmac("sha512", …, 1000). */
    private static final String STORED =
            "PBKDF2WithHmacSHA512:1000:AAECAwQFBgcICQoLDA0ODw==:Xpx07WjVx4vCIvrmBRj8uOoVVtGqJqtUv2J5bhizSQs7osCteF7W4A61dZDqSIqQjO+dxO6p5FT/Uy7QRBXSXA==";

    @Test
    void knowsThePasswordThatAnotherImplementationHashed() {
        assertTrue(PasswordHash.parse(STORED).matches("correct horse"));
    }

    @Test
    void refusesAnyOtherPassword() {
        assertFalse(PasswordHash.parse(STORED).matches("correct horsf"));
        assertFalse(PasswordHash.parse(STORED).matches(""));
    }

    @Test
    void letsNobodyInWithoutAUser() {
        assertFalse(PasswordHash.OF_NOBODY.matches(""));
    }

    @Test
    void refusesAnUnknownForm() {
        assertThrows(IllegalArgumentException.class, () -> PasswordHash.parse("plain:secret"));
    }
}
