package eyeline.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class EyelineTest {

    @Test
    void anUnknownCommandGetsTheOneThatWasMeant() {
        var ran = Ran.of(Map.of(), "migrat");
        assertEquals(2, ran.code());
        assertEquals("", ran.out());
        assertTrue(ran.err().contains("migrat") && ran.err().contains("Did you mean") && ran.err().contains("eyeline --help"), ran.err());
    }

    @Test
    void anUnknownOptionGetsTheCommandThatHelps() {
        var ran = Ran.of(Map.of(), "migrate", "--wrong");
        assertEquals(2, ran.code());
        assertTrue(ran.err().contains("--wrong") && ran.err().contains("eyeline migrate --help"), ran.err());
    }

    @Test
    void aWrongCommandLineIsJsonToo() {
        var ran = Ran.of(Map.of(), "--json", "migrat");
        assertEquals(2, ran.json().getInt("exitCode"));
        assertEquals("refused", ran.json().getString("outcome"));
        assertEquals("", ran.err());
    }

    @Test
    void whatIsMissingIsSaidWithoutATraceUnlessAsked() {
        var ran = Ran.of(Map.of(), "migrate");
        assertEquals(2, ran.code());
        assertEquals("Set EYELINE_DB_URL or EYELINE_DB_URL_FILE in the environment (docs/operations/configure.md)." + System.lineSeparator(), ran.err());
        assertTrue(Ran.of(Map.of(), "migrate", "--debug").err().contains("\tat eyeline.operator."));
        assertEquals("refused", Ran.of(Map.of(), "migrate", "--json").json().getString("outcome"));
    }

    @Test
    void theVersionIsTheReleases() {
        var ran = Ran.of(Map.of(), "--version");
        assertEquals(0, ran.code());
        assertTrue(ran.out().strip().matches("Eyeline [0-9]+\\.[0-9]+\\.[0-9]+.*"), ran.out());
    }

    @Test
    void commandsAndOptionsCanBeReadOffWithoutRunningOne() {
        var parsed = new CommandLine(Eyeline.class).parseArgs("restore", "/var/backups/eyeline", "--replace", "--json");
        assertEquals("restore", parsed.subcommand().commandSpec().name());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "check", "migrate", "first-operator", "verify", "backup", "restore"})
    void helpFitsEightyColumnsWithoutColours(String command) {
        var ran = command.isEmpty() ? Ran.of(Map.of(), "--help") : Ran.of(Map.of(), command, "--help");
        assertEquals(0, ran.code());
        assertFalse(ran.out().contains("\u001b"), ran.out());
        ran.out().lines().forEach(line -> assertTrue(line.length() <= Answer.WIDTH, line));
    }
}
