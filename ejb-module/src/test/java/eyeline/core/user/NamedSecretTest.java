package eyeline.core.user;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamedSecretTest {
    @TempDir
    Path folder;

    private String file(String content) throws Exception {
        return Files.writeString(folder.resolve("secret"), content).toString();
    }

    private static String refusal(Map<String, String> environment) {
        return assertThrows(IllegalStateException.class, () -> NamedSecret.of("EYELINE_X", environment)).getMessage();
    }

    @Test
    void aFileIsReadWithoutTheEndOfItsLine() throws Exception {
        for (var content : new String[] {"s3 cret", "s3 cret\n", "s3 cret\r\n"}) {
            assertEquals("s3 cret", NamedSecret.of("EYELINE_X", Map.of("EYELINE_X_FILE", file(content))));
        }
    }

    @Test
    void withoutAFileTheVariableIs() {
        assertEquals("s3cret", NamedSecret.of("EYELINE_X", Map.of("EYELINE_X", "s3cret", "EYELINE_X_FILE", "")));
    }

    @Test
    void bothAreRefusedAndTheSecretIsNotTold() throws Exception {
        var no = refusal(Map.of("EYELINE_X", "s3cret", "EYELINE_X_FILE", file("other")));
        assertTrue(no.contains("EYELINE_X_FILE"), no);
        assertFalse(no.contains("s3cret") || no.contains("other"), no);
    }

    @Test
    void neitherAnEmptyFileAMissingOneAndALargeOneAreRefused() throws Exception {
        assertTrue(refusal(Map.of()).contains("EYELINE_X_FILE"));
        assertTrue(refusal(Map.of("EYELINE_X_FILE", file("\n"))).contains("empty"));
        assertTrue(refusal(Map.of("EYELINE_X_FILE", file("x".repeat(4097)))).contains("too large"));
        var missing = folder.resolve("none").toString();
        assertTrue(refusal(Map.of("EYELINE_X_FILE", missing)).contains(missing));
    }
}
