package eyeline.server;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eyeline.operator.StartRefused;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EyelineServerTest {
    @TempDir
    Path temp;

    @Test
    void startsNothingWhenAPortIsTaken() throws Exception {
        Ports ports = Ports.free();
        try (ServerSocket other = new ServerSocket(ports.https(), 1, InetAddress.getLoopbackAddress())) {
            String sentence = assertThrows(StartRefused.class, () -> builder(ports).start()).getMessage();

            assertTrue(sentence.contains(Integer.toString(other.getLocalPort())), sentence);
        }
        assertFalse(Files.exists(temp.resolve("data/postgresql")));
    }

    @Test
    void saysWhatItCannotFind() {
        String sentence = assertThrows(StartRefused.class, () -> builder(Ports.free()).ear(temp.resolve("missing.ear")).start()).getMessage();

        assertTrue(sentence.contains("missing.ear"), sentence);
    }

    @Test
    void letsTheDataFolderGoWhenItCouldNotStart() throws Exception {
        Ports ports = Ports.free();
        ServerSocket other = new ServerSocket(ports.http(), 1, InetAddress.getLoopbackAddress());
        try (other) {
            assertThrows(StartRefused.class, () -> builder(ports).start());
        }

        DataFolder.open(temp.resolve("data")).close();
    }

    /** The home and the EAR only have to exist: a refused start never opens them. */
    private EyelineServer.Builder builder(Ports ports) {
        return EyelineServer.builder().data(temp.resolve("data")).home(temp).ear(temp).ports(ports);
    }
}
