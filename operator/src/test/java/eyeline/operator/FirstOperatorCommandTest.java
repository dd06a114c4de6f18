package eyeline.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FirstOperatorCommandTest {
    private static final String PASSWORD = "a quiet green harbour";

    @Test
    void saysWhatToRunWhereThereIsNoSchema() throws Exception {
        var ran = Ran.of(person(TestCluster.empty()), "first-operator");
        assertEquals(2, ran.code());
        assertTrue(ran.err().contains("Run: eyeline migrate"), ran.err());
    }

    @Test
    void makesTheFirstAndTellsNoPassword() throws Exception {
        var made = TestCluster.migrated();
        var ran = Ran.of(person(made), "first-operator", "--json");
        assertEquals(0, ran.code(), ran.all());
        assertEquals("olga", ran.json().getString("loginName"));
        assertFalse(ran.all().contains(PASSWORD), ran.all());

        var again = Ran.of(person(made), "first-operator");
        assertEquals(2, again.code());
        assertTrue(again.err().contains("There is an operator already"), again.err());
    }

    private static Map<String, String> person(TestCluster.Made made) {
        Map<String, String> environment = new HashMap<>(made.environment());
        environment.putAll(Map.of("EYELINE_OPERATOR", "olga", "EYELINE_OPERATOR_NAME", "Olga Ivanova", "EYELINE_OPERATOR_PASSWORD", PASSWORD));
        return environment;
    }
}
