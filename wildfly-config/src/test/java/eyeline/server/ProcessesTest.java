package eyeline.server;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessesTest {
    @TempDir
    Path temp;

    @Test
    void endThePostgresThatAKilledLauncherLeftBehind() throws Exception {
        try (TestDatabase database = TestDatabase.migrated(temp)) {
            Processes.endLeftovers(temp.resolve("wildfly.pid"), temp.resolve("coturn.pid"), database.folder());

            assertFalse(Files.exists(database.folder().resolve("postmaster.pid")));
            assertThrows(SQLException.class, () -> database.owner().getConnection());
        }
    }

    @Test
    void leaveAProcessAloneThatOnlyHasTheSameNumber() throws Exception {
        Path noted = temp.resolve("wildfly.pid");
        Files.writeString(noted, ProcessHandle.current().pid() + "\n");
        Files.createDirectories(temp.resolve("postgresql"));
        Files.writeString(temp.resolve("postgresql/postmaster.pid"), ProcessHandle.current().pid() + "\n");

        Processes.endLeftovers(noted, noted, temp.resolve("postgresql"));

        assertTrue(ProcessHandle.current().isAlive());
    }

    @Test
    void haveNothingToDoAfterACleanEnd() {
        Processes.endLeftovers(temp.resolve("wildfly.pid"), temp.resolve("coturn.pid"), temp.resolve("postgresql"));
    }
}
