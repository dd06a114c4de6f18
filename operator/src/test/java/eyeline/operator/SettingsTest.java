package eyeline.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    private static final String SECRET = "nobody-may-see-this";

    @TempDir
    Path temp;

    @Test
    void aValueStandsInTheVariableOrInTheFileThatAnotherNames() throws Exception {
        assertEquals("v", Settings.of(Map.of("EYELINE_X", "v")).need("EYELINE_X"));
        assertEquals(" v ", Settings.of(Map.of("EYELINE_X_FILE", file(" v \n"))).need("EYELINE_X"));
        assertEquals("v", Settings.of(Map.of("EYELINE_X_FILE", file("v\r\n"))).need("EYELINE_X"));
        assertEquals(Optional.empty(), Settings.of(Map.of("EYELINE_X", " ", "EYELINE_X_FILE", "")).find("EYELINE_X"));
    }

    @Test
    void bothAreRefusedAndWhatIsNowhere() throws Exception {
        refused(Map.of("EYELINE_X", SECRET, "EYELINE_X_FILE", file(SECRET)), "Both EYELINE_X and EYELINE_X_FILE are set");
        refused(Map.of(), "Set EYELINE_X or EYELINE_X_FILE");
    }

    @Test
    void aFileThatIsNoneIsRefusedInWords() throws Exception {
        refused(Map.of("EYELINE_X_FILE", temp.resolve("missing").toString()), "not there");
        refused(Map.of("EYELINE_X_FILE", temp.toString()), "is no file");
        refused(Map.of("EYELINE_X_FILE", "\0"), "no usable path");
        refused(Map.of("EYELINE_X_FILE", file("")), "is empty");
        refused(Map.of("EYELINE_X_FILE", file("\n")), "is empty");
        refused(Map.of("EYELINE_X_FILE", file(SECRET + "\n" + SECRET)), "more than one line");
        refused(Map.of("EYELINE_X_FILE", file("x".repeat(Settings.LARGEST_FILE + 1))), "larger than 64 KiB");
        Files.write(temp.resolve("latin"), new byte[] {(byte) 0xe4});
        refused(Map.of("EYELINE_X_FILE", temp.resolve("latin").toString()), "not UTF-8");
    }

    @Test
    void theLargestFileIsRead() throws Exception {
        assertEquals(Settings.LARGEST_FILE, Settings.of(Map.of("EYELINE_X_FILE", file("x".repeat(Settings.LARGEST_FILE)))).need("EYELINE_X").length());
    }

    private String file(String content) throws Exception {
        return Files.writeString(Files.createTempFile(temp, "value", ""), content).toString();
    }

    private static void refused(Map<String, String> environment, String words) {
        String sentence = assertThrows(StartRefused.class, () -> Settings.of(environment).need("EYELINE_X")).getMessage();
        assertTrue(sentence.contains(words), sentence);
        assertFalse(sentence.contains(SECRET), sentence);
    }
}
