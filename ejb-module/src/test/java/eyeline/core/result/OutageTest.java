package eyeline.core.result;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutageTest {

    @ParameterizedTest
    @ValueSource(strings = {"08001", "08006", "57P01", "57P03", "53300"})
    void knowsADatabaseThatIsAwayHoweverDeepItSaysSo(String state) {
        assertTrue(Outage.is(new RuntimeException(new IllegalStateException(new SQLException("away", state)))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "42601", "40001", "57014"})
    void aStatementThatFailsIsNoOutage(String state) {
        assertFalse(Outage.is(new RuntimeException(new SQLException("wrong", state))));
    }

    @Test
    void circlesAndNothingAreNone() {
        var one = new RuntimeException("one");
        one.initCause(new RuntimeException("two", one));
        assertFalse(Outage.is(one));
        assertFalse(Outage.is(null));
    }
}
