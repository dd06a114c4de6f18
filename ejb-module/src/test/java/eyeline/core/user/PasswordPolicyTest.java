package eyeline.core.user;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {

    @ParameterizedTest
    @ValueSource(strings = {"a quiet green harbour", "xK4-plum-tree", "sample-Eyeline-1", "Zwölf große Äpfel", "雨の日の静かな港で待つ人たち"})
    void letsPeopleChooseWhatNobodyWouldTry(String password) {
        assertEquals(Optional.empty(), PasswordPolicy.objection(password, "agent1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"password1234", "passwordpassword", "P@ssw0rd1234", "123456789012", "qwertyuiop12", "qwertyuiop[]", "1q2w3e4r5t6y",
        "iloveyou1234", "Welcome12345!", "aaaaaaaaaaaa", "administrator", "changeme12345"})
    void refusesCommonOnes(String password) {
        assertTrue(PasswordPolicy.objection(password, "agent1").orElse("").startsWith("This password is among the first"), password);
    }

    @Test
    void countsCharactersAndNotTheirParts() {
        assertLength("eleven char");
        assertEquals(Optional.empty(), PasswordPolicy.objection("twelve chars", "agent1"));
        assertLength("\uD83E\uDD8A".repeat(11));
        var longest = "a quiet green harbour".repeat(7).substring(0, 128);
        assertEquals(Optional.empty(), PasswordPolicy.objection(longest, "agent1"));
        assertLength(longest + "x");
    }

    @Test
    void refusesTheLogInNameAndWhatIsLittleMore() {
        assertEquals(Optional.of("The password must not be the log-in name."), PasswordPolicy.objection("Maria.Castillo", "maria.castillo"));
        assertTrue(PasswordPolicy.objection("maria.castillo1", "maria.castillo").isPresent());
        assertEquals(Optional.empty(), PasswordPolicy.objection("a quiet green harbour", "maria.castillo"));
    }

    private static void assertLength(String password) {
        assertEquals(Optional.of("A password has 12 to 128 characters."), PasswordPolicy.objection(password, "agent1"));
    }
}
