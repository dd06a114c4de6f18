package eyeline.whole.record;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eyeline.whole.Product;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** The server that the build provisions keeps so many log files of such a size, and no more (docs/operations/logs.md). */
class LogFilesTest {

    @Test
    void logFilesHaveAnEnd() throws Exception {
        var configuration = Files.readString(Product.home().resolve("standalone/configuration/standalone.xml"));
        assertFalse(configuration.contains("<periodic-rotating-file-handler"), "a file a day, for ever");
        assertTrue(configuration.contains("<max-backup-index value=\"${eyeline.log.file.count:20}\"/>"));
        assertTrue(configuration.contains("<rotate-size value=\"${eyeline.log.file.size:50m}\"/>"));
    }
}
