package eyeline.operator.configure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A configuration as it was before Eyeline, kept beside it in the folder {@code eyeline}, and as it was when Eyeline had been added. */
final class Original {
    private static final String FOLDER = "eyeline";
    private static final String BEFORE = ".before";
    private static final String AFTER = ".after";

    private final Path now;
    private final Path before;
    private final Path after;

    Original(WildFlyHome home) {
        now = home.configuration();
        Path folder = now.resolveSibling(FOLDER);
        before = folder.resolve(home.name() + BEFORE);
        after = folder.resolve(home.name() + AFTER);
    }

    /** Keeps it, unless it is kept already; whether nobody but this program has changed it since. */
    boolean keep() throws IOException {
        if (Files.exists(before)) {
            return Files.exists(after) && Files.mismatch(now, after) < 0;
        }
        Files.createDirectories(before.getParent());
        Files.copy(now, before);
        return true;
    }

    /** Eyeline has been added; to what, if others changed it too, nobody kept. */
    void changed(boolean untouched) throws IOException {
        Files.deleteIfExists(after);
        if (untouched) {
            Files.copy(now, after);
        }
    }

    /** Puts it back, owner and rights of the file as they are; not if somebody else has changed it since. */
    boolean restore() throws IOException {
        boolean fits = Files.exists(before) && Files.exists(after) && Files.mismatch(now, after) < 0;
        if (fits) {
            Files.write(now, Files.readAllBytes(before));
            forget();
        }
        return fits;
    }

    void forget() throws IOException {
        Files.deleteIfExists(before);
        Files.deleteIfExists(after);
        Path folder = before.getParent();
        if (Files.isDirectory(folder) && isEmpty(folder)) {
            Files.delete(folder);
        }
    }

    /** Whether one of this WildFly's configurations still has Eyeline in it. */
    static boolean keptFor(WildFlyHome home) {
        return Files.isDirectory(home.configuration().resolveSibling(FOLDER));
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }
}
