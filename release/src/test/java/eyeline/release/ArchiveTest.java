package eyeline.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody gets who unpacks the archive into an empty folder. */
class ArchiveTest {
    /** Where in the archive which kinds of files may be. */
    private static final List<Pattern> ALLOWED = Stream.of("README\\.md|VERSION|CHANGELOG\\.md|sbom\\.json|eyeline\\.env|database/roles\\.sql|checksums\\.sha256", "bin/eyeline(\\.cmd)?",
            "lib/[^/]+\\.jar", "deployments/eyeline\\.ear", "cli/(\\w+/){0,2}[\\w-]+\\.cli", "modules/.+/main/([\\w.-]+\\.jar|module\\.xml)",
            "undertow/undertow-core-.+\\.jar", "coturn/turnserver\\.conf", "(proxy|secrets|systemd|containers|kubernetes)/.+", "docs/.+\\.md", "LICENSES/.*").map(Pattern::compile).toList();
    private static final List<String> PROMISED = List.of("README.md", "VERSION", "eyeline.env", "database/roles.sql", "CHANGELOG.md", "sbom.json", "checksums.sha256", "bin/eyeline",
            "deployments/eyeline.ear", "cli/10-postgresql.cli", "coturn/turnserver.conf", "LICENSES/THIRD-PARTY.txt", "LICENSES/Apache-2.0.txt",
            "docs/rest.md", "docs/website.md", "docs/operations/install.md", "lib/eyeline-operator-" + Archive.VERSION + ".jar");
    /** What must never leave this house: keys, passwords of the sample, the paths of who built it. */
    private static final List<String> SECRETS = List.of("PRIVATE KEY-----", "sample-Eyeline-1", System.getProperty("user.dir"));

    /** What classes of tests name. */
    private static final Pattern TESTED = Pattern.compile("org/junit/|com/tngtech/archunit|org/jboss/arquillian");

    @TempDir
    static Path empty;
    private static Path eyeline;

    @BeforeAll
    static void unpacks() throws IOException {
        eyeline = Archive.unzipped(empty);
    }

    @Test
    void everythingThatIsPromisedIsThereAndNothingElse() throws IOException {
        var files = Archive.files(eyeline);
        assertEquals(List.of(), PROMISED.stream().filter(file -> !files.contains(file)).toList());
        assertEquals(List.of(), files.stream().filter(file -> ALLOWED.stream().noneMatch(pattern -> pattern.matcher(file).matches())).toList());
        assertTrue(files.stream().anyMatch(file -> file.matches("modules/.*postgresql.*/main/postgresql.*\\.jar")), "the driver is missing");
    }

    @Test
    void theSumsAreThoseOfEveryFile() throws Exception {
        var checked = Ran.in(eyeline, Map.of("PATH", System.getenv("PATH")), List.of("sha256sum", "--check", "--strict", "checksums.sha256"));
        assertEquals(0, checked.code(), checked.said());
        var summed = Files.readAllLines(eyeline.resolve("checksums.sha256")).stream().map(line -> line.replaceFirst("^[0-9a-f]{64} [ *]", "")).sorted().toList();
        assertEquals(Archive.files(eyeline).stream().filter(file -> !file.equals("checksums.sha256")).toList(), summed);
    }

    @Test
    void theTarHoldsTheSameFilesWithTheSamePermissions(@TempDir Path other) throws Exception {
        var unpacked = Ran.in(other, Map.of("PATH", System.getenv("PATH")), List.of("tar", "xpzf", Archive.tar().toString()));
        assertEquals(0, unpacked.code(), unpacked.said());
        var same = other.resolve(eyeline.getFileName());
        assertEquals(Archive.files(eyeline), Archive.files(same));
        for (var file : Archive.files(eyeline)) {
            assertEquals(-1, Files.mismatch(eyeline.resolve(file), same.resolve(file)), file);
            var permissions = file.startsWith("bin/") || file.endsWith(".sh") ? "rwxr-xr-x" : "rw-r--r--";
            assertEquals(permissions, PosixFilePermissions.toString(Files.getPosixFilePermissions(eyeline.resolve(file))), file);
            assertEquals(permissions, PosixFilePermissions.toString(Files.getPosixFilePermissions(same.resolve(file))), file);
        }
    }

    @Test
    void nothingOfTheBuildIsInItNoTestNoSourceNoSecret() throws IOException {
        var wrong = new ArrayList<String>();
        Entry.walk(eyeline, entry -> {
            // the container image has its small probe as source, which Java runs
            if (entry.path().matches("(?!containers/).*(\\.java|\\.p12|\\.jks|\\.pem|\\.key|SNAPSHOT.*|/sample\\.sql|secrets\\.properties)$")
                    || TESTED.matcher(new String(entry.content(), StandardCharsets.ISO_8859_1)).find() && entry.isOurs()) {
                wrong.add(entry.path());
            }
            var text = new String(entry.content(), StandardCharsets.ISO_8859_1);
            SECRETS.stream().filter(secret -> entry.isOurs() && text.contains(secret)).forEach(secret -> wrong.add(entry.path() + " has " + secret));
        });
        assertEquals(List.of(), wrong);
    }

    /** Whatever the clock says while it is built: else no second build has the same bytes. */
    @Test
    void everyEntryIsOfTheTimeThatThePomNames() throws IOException {
        var built = LocalDateTime.ofInstant(Instant.parse(System.getProperty("eyeline.built")), ZoneOffset.UTC);
        var others = new TreeSet<String>();
        for (var packed : List.of(Archive.zip(), eyeline.resolve("deployments/eyeline.ear"), eyeline.resolve("lib/eyeline-operator-" + Archive.VERSION + ".jar"))) {
            Entry.walkZip(packed, entry -> {
                if (entry.isOurs() && !entry.time().equals(built)) {
                    others.add(entry.path() + " is of " + entry.time());
                }
            });
        }
        assertEquals(Set.of(), others);
    }

    @Test
    void theListOfPartsNamesEveryLibrary() throws IOException {
        var parts = Files.readString(eyeline.resolve("sbom.json"));
        assertFalse(parts.contains("\"timestamp\"") || parts.contains("serialNumber"), "the list of parts is another one every time");
        var libraries = new TreeSet<String>();
        Entry.walk(eyeline, entry -> {
            if (entry.path().endsWith(".jar")) {
                libraries.add(entry.path().replaceFirst(".*/", "").replaceFirst("(-\\d[\\w.]*)?\\.jar$", ""));
            }
        });
        // the driver's module, and classes of ours that the server has as a module
        libraries.removeIf(name -> name.startsWith("eyeline-"));
        assertTrue(libraries.containsAll(List.of("lit-html", "jose4j", "flyway-core", "postgresql")), libraries.toString());
        assertEquals(List.of(), libraries.stream().filter(name -> !parts.contains("/" + name + "@")).toList());
    }

    @Test
    void theProgramRunsWithJavaAloneAndSaysTheVersion(@TempDir Path path) throws Exception {
        Files.createSymbolicLink(path.resolve("java"), Path.of(System.getProperty("java.home"), "bin", "java"));
        // what every POSIX system has
        for (var program : List.of("sh", "dirname", "readlink", "sed", "head")) {
            Files.createSymbolicLink(path.resolve(program), Path.of("/usr/bin", program).toRealPath());
        }
        var environment = Map.of("PATH", path.toString());
        var help = Ran.in(empty, environment, List.of(eyeline.resolve("bin/eyeline").toString(), "--help"));
        assertEquals(0, help.code(), help.said());
        assertTrue(help.said().contains("migrate") && help.said().contains("first-operator"), help.said());
        var version = Ran.in(empty, environment, List.of(eyeline.resolve("bin/eyeline").toString(), "--version"));
        assertEquals(0, version.code(), version.said());
        assertTrue(version.said().contains(Archive.VERSION), version.said());
        assertEquals(Archive.VERSION, Files.readString(eyeline.resolve("VERSION")).strip());
    }
}
