package eyeline.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SaidReasonTest {
    @TempDir
    Path folder;

    @Test
    void isTheSentenceOfThisStartAlone() throws IOException {
        Path log = folder.resolve("server.log");
        assertEquals(Optional.empty(), SaidReason.from(log).sentence());

        Files.writeString(log, "2026-01-01T00:00:00.000Z ERROR [e.start] Eyeline does not start: of the start before.\n");
        SaidReason reason = SaidReason.from(log);
        assertEquals(Optional.empty(), reason.sentence());

        Files.writeString(log, """
                2026-01-01T00:00:01.000Z ERROR [e.start] Eyeline does not start: set both clocks.
                2026-01-01T00:00:01.000Z ERROR [o.j.as] WFLYCTRL0013: Operation failed
                """, StandardOpenOption.APPEND);
        assertEquals(Optional.of("Eyeline does not start: set both clocks."), reason.sentence());
    }
}
