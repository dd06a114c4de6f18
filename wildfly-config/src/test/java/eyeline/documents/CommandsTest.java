package eyeline.documents;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eyeline.operator.Eyeline;
import eyeline.operator.QuietLogging;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * The commands of the pages for operators. {@code sql run} and {@code sh run} are run in the order of the index, against an empty PostgreSQL;
 * of every other block of a shell the syntax, the options and the files are looked at, whatever host it needs.
 */
class CommandsTest {
    private static final Set<String> KINDS = Set.of("sh", "sh run", "sh host", "sql", "sql run", "sql host", "text", "json", "yaml", "ini", "nginx", "haproxy", "apache", "xml",
            "properties", "cli", "bat", "prometheus", "promql", "http");
    private static final Pattern NAME = Pattern.compile("EYELINE_[A-Z][A-Z_]*[A-Z]\\b|(?<=-D)eyeline(?:\\.[a-z][a-z-]*)+");
    private static final Pattern PAGE = Pattern.compile("\\]\\(([a-z-]+\\.md)\\)");
    private static final String UNSAID = "'…'";
    private static final String PASSWORD = "a quiet green harbour";

    /** Where the archive's folders come from. */
    private static final Map<String, String> ARCHIVE = Map.of("cli", "wildfly-config/src/main/cli", "coturn", "wildfly-config/src/main/coturn",
            "modules", "wildfly-config/src/main/content/modules", "docs", "docs", "proxy", "release/src/main/proxy",
            "systemd", "release/src/main/systemd", "containers", "release/src/main/containers", "kubernetes", "release/src/main/kubernetes");

    @TempDir
    Path archive;

    @Test
    void everyBlockSaysWhatItIs() throws Exception {
        for (Path page : Pages.operations()) {
            for (var block : Pages.blocks(page)) {
                assertTrue(KINDS.contains(block.kind()), block.where() + " is " + block.kind());
            }
        }
    }

    @Test
    void everyShellUnderstandsTheCommands() throws Exception {
        int read = 0;
        for (var block : shells("sh")) {
            var shell = new ProcessBuilder("sh", "-n").redirectErrorStream(true).start();
            shell.getOutputStream().write(block.text().getBytes());
            shell.getOutputStream().close();
            var said = new String(shell.getInputStream().readAllBytes());
            assertEquals(0, shell.waitFor(), block.where() + " " + said);
            read++;
        }
        int all = read;
        assertTrue(all >= 3, () -> "only " + all);
    }

    @Test
    void theProgramKnowsItsCommandsAndOptions() throws Exception {
        for (var block : shells("sh")) {
            for (var words : commands(block)) {
                int at = words.indexOf("bin/eyeline");
                if (at >= 0) {
                    var arguments = words.subList(at + 1, words.size()).toArray(String[]::new);
                    assertDoesNotThrow(() -> new CommandLine(Eyeline.class).parseArgs(arguments), block.where() + " " + words);
                }
            }
        }
    }

    @Test
    void theFilesOfTheArchiveAreThere() throws Exception {
        for (var block : shells("sh")) {
            for (var words : commands(block)) {
                for (String word : words) {
                    var from = ARCHIVE.get(word.replaceFirst("/.*", ""));
                    if (word.contains("/") && from != null && !word.matches(".*[$*].*")) {
                        var file = Pages.PROJECT.resolve(from).resolve(word.substring(word.indexOf('/') + 1));
                        assertTrue(Files.exists(file), block.where() + " " + word);
                    }
                }
            }
        }
    }

    /** Variables and properties that a page names are read by something. */
    @Test
    void nothingIsSetThatNobodyReads() throws Exception {
        Set<String> read = new TreeSet<>();
        for (String ending : List.of(".java", ".cli", ".properties", ".xml", ".sh", ".yaml", ".service", "Containerfile")) {
            for (Path source : Pages.under(Pages.PROJECT, ending)) {
                if (source.toString().contains("/src/main/")) {
                    var name = Pattern.compile("EYELINE_[A-Z][A-Z_]*[A-Z]\\b|eyeline(?:\\.[a-z][a-z-]*)+").matcher(Files.readString(source));
                    while (name.find()) {
                        read.add(name.group());
                        // WildFly looks for a property in the environment, too
                        read.add(name.group().toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_'));
                    }
                }
            }
        }
        for (Path page : Pages.operations()) {
            if (page.endsWith("trouble.md")) {
                continue; // repeats what the sources say (TroubleTest)
            }
            var named = NAME.matcher(Files.readString(page));
            while (named.find()) {
                // a secret may lie in a file whose name the same variable with _FILE has
                assertTrue(read.contains(named.group().replaceFirst("_FILE$", "")) || read.contains(named.group()), page.getFileName() + " " + named.group());
            }
        }
    }

    @Test
    void whatIsMarkedToRunRuns() throws Exception {
        QuietLogging.apply();
        layArchive();
        int run = 0;
        try (var postgres = EmbeddedPostgres.builder().setOverrideWorkingDirectory(Path.of("target", "postgresql-binaries").toFile()).start()) {
            for (var block : inOrder()) {
                if (block.kind().equals("sql run")) {
                    try (var superuser = postgres.getPostgresDatabase().getConnection(); var statement = superuser.createStatement()) {
                        for (String one : block.text().replace(UNSAID, "'" + PASSWORD + "'").split(";\\s*")) {
                            statement.execute(one);
                        }
                    }
                    run++;
                } else if (block.kind().equals("sh run")) {
                    runs(block, postgres.getPort());
                    run++;
                }
            }
        }
        int all = run;
        assertTrue(all >= 3, () -> "only " + all);
    }

    private void layArchive() throws Exception {
        var program = archive.resolve("bin/eyeline");
        Files.createDirectories(program.getParent());
        Files.writeString(program, "#!/bin/sh\nexec '" + Path.of(System.getProperty("java.home"), "bin/java") + "' -XX:TieredStopAtLevel=1 -cp '"
                + System.getProperty("java.class.path") + "' eyeline.operator.Eyeline \"$@\"\n");
        assertTrue(program.toFile().setExecutable(true));
    }

    private void runs(Pages.Block block, int port) throws Exception {
        var shell = new ProcessBuilder("sh", "-euc", block.text()).directory(archive.toFile()).redirectErrorStream(true);
        shell.environment().putAll(Map.of("EYELINE_DB_URL", "jdbc:postgresql://localhost:" + port + "/eyeline",
                "EYELINE_DB_OWNER", "eyeline_owner", "EYELINE_DB_OWNER_PASSWORD", PASSWORD, "EYELINE_DB_USER", "eyeline_app", "EYELINE_DB_PASSWORD", PASSWORD,
                "EYELINE_OPERATOR", "first", "EYELINE_OPERATOR_NAME", "First One", "EYELINE_OPERATOR_PASSWORD", PASSWORD));
        var running = shell.start();
        running.getOutputStream().close();
        var said = new String(running.getInputStream().readAllBytes());
        assertEquals(0, running.waitFor(), block.where() + " " + said);
    }

    /** The blocks of the pages as the index has these. */
    private static List<Pages.Block> inOrder() throws Exception {
        List<Pages.Block> blocks = new ArrayList<>();
        var page = PAGE.matcher(Files.readString(Pages.OPERATIONS.resolve("README.md")));
        Set<String> seen = new TreeSet<>();
        while (page.find()) {
            if (seen.add(page.group(1))) {
                blocks.addAll(Pages.blocks(Pages.OPERATIONS.resolve(page.group(1))));
            }
        }
        return blocks;
    }

    private static List<Pages.Block> shells(String kind) throws Exception {
        return inOrder().stream().filter(block -> block.kind().equals(kind) || block.kind().startsWith(kind + " ")).toList();
    }

    /** The words of each command, without their quotes; not what a pipe or a redirection takes them to. */
    private static List<List<String>> commands(Pages.Block block) {
        List<List<String>> commands = new ArrayList<>();
        for (String line : block.text().replaceAll("\\\\\n\\s*", " ").replaceAll("\\$\\([^)]*\\)", "said").split("\n|&&|\\|\\|?|;")) {
            var words = List.of(line.replaceAll("(^|\\s)#.*", "").replaceAll("\\d?>\\S*\\s*\\S*", "").replace("\"", "").replace("'", "").strip().split("\\s+"));
            if (!words.get(0).isEmpty()) {
                commands.add(words);
            }
        }
        return commands;
    }
}
