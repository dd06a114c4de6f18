package eyeline.operator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.flywaydb.core.api.MigrationVersion;

/** The migrations of this release, as they lie in its jar: Flyway tells of them only when it is connected to a database. */
final class MigrationFiles {
    private static final String FOLDER = "db/migration";
    private static final Pattern NAME = Pattern.compile("V([0-9]+)__.+\\.sql");

    private MigrationFiles() {
    }

    static Stream<MigrationVersion> versions() {
        try {
            URI folder = MigrationFiles.class.getClassLoader().getResource(FOLDER).toURI();
            return folder.getScheme().equals("jar") ? inJar(folder) : in(Path.of(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<MigrationVersion> inJar(URI folder) throws IOException {
        try (FileSystem jar = FileSystems.newFileSystem(folder, Map.of())) {
            return in(jar.getPath(FOLDER));
        }
    }

    private static Stream<MigrationVersion> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<MigrationVersion> found = files.map(file -> NAME.matcher(file.getFileName().toString())).filter(Matcher::matches)
                    .map(name -> MigrationVersion.fromVersion(name.group(1))).toList();
            return found.stream();
        }
    }
}
