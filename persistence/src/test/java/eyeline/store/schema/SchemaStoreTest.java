package eyeline.store.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SchemaStoreTest {

    @Test
    void needsTheNewestMigrationThereIs() throws IOException {
        try (var files = Files.list(Path.of("src/main/resources/db/migration"))) {
            assertEquals(files.map(file -> file.getFileName().toString()).mapToInt(SchemaStoreTest::version).max().orElseThrow(), SchemaStore.NEEDED);
        }
    }

    private static int version(String name) {
        return Integer.parseInt(name.substring(1, name.indexOf("__")));
    }
}
