package eyeline.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The sentence with which Eyeline said in a log why it does not start, of what was written since a mark. */
final class SaidReason {
    private static final String BEGIN = "Eyeline does not start: ";

    private final Path log;
    private final long mark;

    private SaidReason(Path log, long mark) {
        this.log = log;
        this.mark = mark;
    }

    /** From here on: a log goes on from one start to the next. */
    static SaidReason from(Path log) throws IOException {
        return new SaidReason(log, Files.exists(log) ? Files.size(log) : 0);
    }

    /** The last one, if there is one. */
    Optional<String> sentence() {
        try (InputStream in = Files.newInputStream(log)) {
            in.skipNBytes(mark);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> line.contains(" ERROR ") && line.contains(BEGIN))
                    .map(line -> line.substring(line.indexOf(BEGIN))).reduce((earlier, later) -> later);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
