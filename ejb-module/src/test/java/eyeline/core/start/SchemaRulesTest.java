package eyeline.core.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eyeline.core.start.DatabaseAnswer.State;
import eyeline.store.schema.SchemaStore;
import eyeline.store.schema.SchemaStore.Seen;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaRulesTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private static DatabaseAnswer seen(int version, Duration behind, Duration took) {
        return SchemaRules.of(new Seen(version, NOW.minus(behind), took), NOW);
    }

    @Test
    void anOlderSchemaIsToBeMigrated() {
        var answer = seen(SchemaStore.NEEDED - 1, Duration.ZERO, Duration.ZERO);
        assertEquals(State.UNFIT, answer.state());
        assertTrue(answer.sentence().contains("bin/eyeline migrate"), answer.sentence());
    }

    @Test
    void aNewerSchemaThatFitsIsTaken() {
        assertEquals(State.FITS, seen(SchemaStore.NEEDED + 1, Duration.ZERO, Duration.ZERO).state());
        assertEquals(State.FITS, SchemaRules.of(SchemaStore.NEEDED + 1, Optional.empty()).state());
        var answer = SchemaRules.of(SchemaStore.NEEDED + 1, Optional.of("missing table [account]"));
        assertEquals(State.UNFIT, answer.state());
        assertTrue(answer.sentence().contains("missing table [account]. Deploy the release"), answer.sentence());
    }

    @ParameterizedTest
    @CsvSource({"2000, 0, FITS", "2001, 0, UNFIT", "-2001, 0, UNFIT", "2900, 1000, FITS", "4000, 1000, UNFIT"})
    void clocksMayBeTwoSecondsApartAndAsMuchAsTheQuestionTook(int behind, int took, State state) {
        assertEquals(state, seen(SchemaStore.NEEDED, Duration.ofMillis(behind), Duration.ofMillis(took)).state());
    }

    @Test
    void saysWhichClockIsAhead() {
        assertTrue(seen(SchemaStore.NEEDED, Duration.ofSeconds(7), Duration.ZERO).sentence().contains("this server is 7.0 s ahead of"));
        assertTrue(seen(SchemaStore.NEEDED, Duration.ofSeconds(-7), Duration.ZERO).sentence().contains("this server is 7.0 s behind"));
    }

    @ParameterizedTest
    @CsvSource({"28P01, UNFIT, EYELINE_DB_PASSWORD", "28000, UNFIT, EYELINE_DB_USER", "3D000, UNFIT, EYELINE_DB_URL", "42P01, UNFIT, has no schema",
        "42501, UNFIT, older than", "08001, AWAY, does not answer", "57P03, AWAY, does not answer", "53300, AWAY, does not answer"})
    void knowsWhyTheDatabaseSaysNo(String sqlState, State state, String words) {
        var answer = SchemaRules.of(new SQLException("pool", new IllegalStateException(new SQLException("secret", sqlState))));
        assertEquals(state, answer.state());
        assertTrue(answer.sentence().contains(words) && !answer.sentence().contains("secret"), answer.sentence());
    }
}
