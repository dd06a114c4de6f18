package eyeline.operator.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A setting that the server or this program reads is one that {@code check} takes for no typing error: EnvironmentLook.KNOWN. */
class KnownNamesTest {
    private static final Pattern READ = Pattern.compile("(?:env\\.|\")(EYELINE_[A-Z_]+[A-Z])(?=[\":}])");

    @Test
    void whatIsReadIsKnown() throws Exception {
        Set<String> read = new TreeSet<>();
        for (String folder : List.of("ejb-module/src/main/java", "web-module/src/main/java", "sso-module/src/main/java", "persistence/src/main/java",
                "operator/src/main/java", "wildfly-config/src/main/cli")) {
            Path sources = Path.of("..").resolve(folder);
            if (Files.isDirectory(sources)) {
                try (Stream<Path> files = Files.walk(sources)) {
                    for (Path file : files.filter(Files::isRegularFile).toList()) {
                        READ.matcher(Files.readString(file)).results().map(found -> found.group(1).replaceFirst("_FILE$", "")).forEach(read::add);
                    }
                }
            }
        }
        assertTrue(read.contains("EYELINE_DB_URL") && read.contains("EYELINE_SIGNING_KEYSTORE") && read.contains("EYELINE_OIDC_CLAIM"), read.toString());
        read.removeAll(EnvironmentLook.KNOWN);
        // the prefixes of names that KeyStoreLook puts together
        read.removeAll(Set.of("EYELINE_TLS", "EYELINE_SIGNING"));
        assertEquals(Set.of(), read);
    }
}
