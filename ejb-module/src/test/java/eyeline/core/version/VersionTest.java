package eyeline.core.version;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The POM says the version, and everybody else says the same. */
class VersionTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern FIRST_VERSION = Pattern.compile("<version>(.+?)</version>");
    private static final Pattern NEWEST_HEADING = Pattern.compile("^## (.+)$", Pattern.MULTILINE);

    @Test
    void isThatOfThePom() throws IOException {
        assertEquals(ofThePom(), Version.CURRENT);
    }

    @Test
    void isAReleaseInEveryModule() throws IOException {
        try (var folders = Files.list(ROOT)) {
            for (var pom : folders.map(folder -> folder.resolve("pom.xml")).filter(Files::exists).toList()) {
                assertFalse(Files.readString(pom).contains("SNAPSHOT"), pom + " names a version that is no release");
            }
        }
        assertFalse(ofThePom().contains("SNAPSHOT"));
    }

    @Test
    void isTheNewestHeadingOfTheChanges() throws IOException {
        var heading = NEWEST_HEADING.matcher(Files.readString(ROOT.resolve("CHANGELOG.md")));
        assertEquals(ofThePom(), heading.find() ? heading.group(1).split(" ")[0] : "none");
    }

    private static String ofThePom() throws IOException {
        var version = FIRST_VERSION.matcher(Files.readString(ROOT.resolve("pom.xml")));
        return version.find() ? version.group(1) : "none";
    }
}
