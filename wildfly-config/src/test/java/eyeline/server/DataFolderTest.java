package eyeline.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eyeline.operator.StartRefused;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    Path temp;

    @Test
    void isRefusedToASecondServerAndSaysHowToChooseAnother() throws Exception {
        try (DataFolder first = DataFolder.open(temp.resolve("data"))) {
            String sentence = assertThrows(StartRefused.class, () -> DataFolder.open(first.root())).getMessage();

            assertTrue(sentence.contains(first.root().toString()), sentence);
            assertTrue(sentence.contains("-Deyeline.data="), sentence);
        }
    }

    @Test
    void isFreeAgainWhenTheServerHasEnded() throws Exception {
        DataFolder.open(temp.resolve("data")).close();

        DataFolder.open(temp.resolve("data")).close();
    }

    @Test
    void isForItsOwnerAlone() throws Exception {
        try (DataFolder data = DataFolder.open(temp.resolve("data"))) {
            assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(data.root())));
        }
    }

    @Test
    void keepsGeneratedPasswordsInAFileForItsOwnerAlone() throws Exception {
        Path file = temp.resolve("secrets.properties");

        Secrets made = Secrets.in(file);

        assertEquals(made, Secrets.in(file));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertFalse(made.toString().contains(made.databaseOwner()));
    }
}
