package eyeline.whole.upgrade;

import eyeline.whole.Product;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * The release before this one, built from the history: its server and its EAR, and which version its schema has. What was built once for a
 * commit is used again.
 */
record ReleaseBefore(Path folder, String schema) {
    private static final Path PROJECT = Path.of(System.getProperty("eyeline.docs")).resolveSibling(".").toAbsolutePath().normalize();

    /** Builds it in the test's build folder; says what Git or Maven said if that cannot be done. */
    static ReleaseBefore built() throws IOException, InterruptedException {
        var named = new Properties();
        try (var in = Files.newInputStream(PROJECT.resolve("release-before"))) {
            named.load(in);
        }
        var commit = named.getProperty("commit");
        var release = new ReleaseBefore(Product.target().resolve("release-before").resolve(commit).toAbsolutePath(), named.getProperty("schema"));
        if (!Files.exists(release.built(commit))) {
            release.build(commit);
        }
        return release;
    }

    Path home() {
        return folder.resolve("wildfly-config/target/server");
    }

    Path ear() {
        return folder.resolve("ear/target/eyeline.ear");
    }

    /** The newest of its migrations, as its sources have them. */
    int newestMigration() throws IOException {
        try (var files = Files.list(folder.resolve("persistence/src/main/resources/db/migration"))) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.matches("V\\d+__.*"))
                    .map(name -> Integer.valueOf(name.substring(1, name.indexOf("__")))).max(Comparator.naturalOrder()).orElseThrow();
        }
    }

    /** Makes the schema that it had. */
    void migrate(DataSource owner) {
        Flyway.configure().dataSource(owner).locations("filesystem:" + folder.resolve("persistence/src/main/resources/db/migration"))
                .placeholders(Map.of("app_role", "eyeline_app")).load().migrate();
    }

    private Path built(String commit) {
        return folder.resolve("built-" + commit);
    }

    private void build(String commit) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        run(PROJECT, List.of("sh", "-c", "git archive " + commit + " | tar -x -C '" + folder + "' && test -e '" + folder + "/mvnw'"));
        run(folder, List.of("./mvnw", "-B", "-q", "package", "-Dmaven.test.skip=true", "-pl", "ear", "-am"));
        Files.createFile(built(commit));
    }

    private static void run(Path where, List<String> command) throws IOException, InterruptedException {
        var said = Files.createTempFile(Product.target(), "release-before", ".log");
        var builder = new ProcessBuilder(command).directory(where.toFile()).redirectErrorStream(true).redirectOutput(said.toFile());
        // what the Maven around this test says of its own project
        builder.environment().keySet().removeAll(List.of("MAVEN_PROJECTBASEDIR", "MAVEN_BASEDIR", "MAVEN_CMD_LINE_ARGS"));
        var running = builder.start();
        running.getOutputStream().close();
        if (running.waitFor() != 0) {
            throw new IllegalStateException("The release before could not be built (" + String.join(" ", command) + "); see " + said);
        }
    }
}
