package eyeline.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The archive of this build, and the folder that somebody gets who unpacks it. */
final class Archive {
    static final String VERSION = System.getProperty("eyeline.version");
    private static final Path TARGET = Path.of(System.getProperty("eyeline.target"));
    private static final String NAME = "eyeline-" + VERSION;

    private Archive() {
    }

    static Path zip() {
        return TARGET.resolve(NAME + ".zip");
    }

    static Path tar() {
        return TARGET.resolve(NAME + ".tar.gz");
    }

    /** The archive unpacked with the permissions that it names, in a folder that was empty. */
    static Path unzipped(Path empty) throws IOException {
        unzip(zip(), empty);
        return empty.resolve(NAME);
    }

    /** WildFly as it is downloaded, in a folder that was empty. */
    static Path wildfly(Path empty) throws IOException {
        unzip(TARGET.resolve("wildfly.zip"), empty);
        try (var folders = Files.list(empty)) {
            return folders.findFirst().orElseThrow();
        }
    }

    private static void unzip(Path archive, Path empty) throws IOException {
        try (var zip = FileSystems.newFileSystem(archive, Map.of("enablePosixFileAttributes", true)); var entries = Files.walk(zip.getPath("/"))) {
            entries.filter(Files::isRegularFile).forEach(entry -> copy(entry, empty.resolve(entry.toString().substring(1))));
        }
    }

    @SuppressWarnings("unchecked")
    private static void copy(Path entry, Path file) {
        try {
            Files.createDirectories(file.getParent());
            Files.copy(entry, file);
            var permissions = (Set<PosixFilePermission>) Files.getAttribute(entry, "zip:permissions");
            if (permissions != null) {
                Files.setPosixFilePermissions(file, permissions);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files below a folder, by their paths from there. */
    static List<String> files(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).map(file -> folder.relativize(file).toString()).sorted().toList();
        }
    }
}
