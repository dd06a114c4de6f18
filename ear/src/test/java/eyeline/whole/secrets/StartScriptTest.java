package eyeline.whole.secrets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eyeline.whole.Product;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The provisioned server's own start script with the archive's secrets/standalone.conf, and a program in Java's place that tells what it was given. */
class StartScriptTest {
    private static final String DATABASE = "of the $(database) 'and' \"more\"";

    @TempDir
    Path folder;

    /** How the start script ended, what it said, and what Java was given. */
    private record Start(int status, String said, String arguments, String environment) {
    }

    private Start starts(Map<String, String> environment) throws Exception {
        var java = folder.resolve("java");
        Files.writeString(java, "#!/bin/sh\necho \"$*\" >> " + folder.resolve("arguments") + "\nenv > " + folder.resolve("environment") + "\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwx------"));
        var script = Path.of(System.getProperty("eyeline.server.home")).resolve("bin/standalone.sh");
        var builder = new ProcessBuilder("sh", script.toString()).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(Map.of("JAVA", java.toString(),
                "RUN_CONF", Product.target().resolve("../../release/src/main/secrets/standalone.conf").normalize().toString()));
        builder.environment().putAll(environment);
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Start(process.waitFor(), said, read("arguments"), read("environment"));
    }

    private String read(String name) throws Exception {
        return Files.exists(folder.resolve(name)) ? Files.readString(folder.resolve(name)) : "";
    }

    private String file(String name, String content) throws Exception {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    @Test
    void javaGetsTheSecretsOfFilesInItsEnvironmentAndNowhereElse() throws Exception {
        var start = starts(Map.of("EYELINE_DB_PASSWORD_FILE", file("db", DATABASE + "\n"), "EYELINE_TLS_PASSWORD_FILE", file("tls", "tls-secret\r\n"),
                "EYELINE_STORE_PASSWORD_FILE", file("store", "store-secret"), "EYELINE_OIDC_SECRET", "oidc-secret"));
        assertEquals(0, start.status(), start.said());
        for (var line : new String[] {"EYELINE_DB_PASSWORD=" + DATABASE, "EYELINE_TLS_PASSWORD=tls-secret", "EYELINE_STORE_PASSWORD=store-secret", "EYELINE_OIDC_SECRET=oidc-secret"}) {
            assertTrue(List.of(start.environment().split("\n")).contains(line), line);
        }
        assertFalse(start.environment().matches("(?s).*EYELINE_\\w+_FILE=.*"), "the server refuses a secret that is named in two ways");
        assertTrue(start.arguments().contains("org.jboss.as.standalone") && start.arguments().contains("-Xmx"), "the server's own settings are there: " + start.arguments());
        assertFalse((start.arguments() + start.said()).matches("(?s).*(database|tls-secret|store-secret|oidc-secret).*"), start.arguments() + start.said());
    }

    @Test
    void aFileThatIsMissingEmptyOrSetTwiceEndsTheStartInWords() throws Exception {
        var missing = folder.resolve("none").toString();
        assertEnds(Map.of("EYELINE_DB_PASSWORD_FILE", missing), "EYELINE_DB_PASSWORD_FILE names " + missing + ", which cannot be read.");
        var empty = file("empty", "\n");
        assertEnds(Map.of("EYELINE_TLS_PASSWORD_FILE", empty), "EYELINE_TLS_PASSWORD_FILE names " + empty + ", which is empty.");
        assertEnds(Map.of("EYELINE_OIDC_SECRET_FILE", file("twice", "x"), "EYELINE_OIDC_SECRET", "y"),
                "The environment sets both EYELINE_OIDC_SECRET and EYELINE_OIDC_SECRET_FILE: set one of them.");
    }

    private void assertEnds(Map<String, String> environment, String words) throws Exception {
        var start = starts(environment);
        assertEquals(1, start.status());
        assertEquals(words, start.said().strip());
        assertEquals("", start.arguments());
    }
}
