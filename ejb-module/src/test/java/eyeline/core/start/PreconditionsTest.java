package eyeline.core.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreconditionsTest {
    private static final String PASSWORD = "a password of six";

    @TempDir
    static Path keys;
    private final Instant now = Instant.now();

    private final Map<String, String> variables = new HashMap<>(Map.of(
            "EYELINE_PUBLIC_HOST", "calls.example.org:8443",
            "EYELINE_TLS_KEYSTORE", keys.resolve("tls.p12").toString(), "EYELINE_TLS_PASSWORD", PASSWORD,
            "EYELINE_SIGNING_KEYSTORE", keys.resolve("signing.p12").toString(), "EYELINE_SIGNING_PASSWORD", PASSWORD));

    /** As operators make them. */
    @BeforeAll
    static void make() throws Exception {
        store("tls.p12", "server", "EC", "-validity", "30");
        store("expired.p12", "server", "EC", "-validity", "30", "-startdate", "-400d");
        store("future.p12", "server", "EC", "-validity", "30", "-startdate", "+10d");
        store("signing.p12", "signing", "RSA", "-keysize", "2048");
        store("weak.p12", "signing", "RSA", "-keysize", "1024");
        Files.writeString(keys.resolve("text.p12"), "not a key store");
        Files.writeString(keys.resolve("password"), PASSWORD + "\r\n");
        Files.writeString(keys.resolve("large"), "x".repeat(4097));
    }

    private static void store(String file, String alias, String algorithm, String... more) throws IOException, InterruptedException {
        var command = new java.util.ArrayList<>(java.util.List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair",
                "-alias", alias, "-keyalg", algorithm, "-dname", "CN=calls.example.org", "-storetype", "PKCS12", "-keystore", keys.resolve(file).toString(),
                "-storepass", PASSWORD));
        command.addAll(java.util.List.of(more));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
    }

    private Optional<String> broken() {
        return Preconditions.broken(new Environment(variables), now).map(Obstacle::sentence);
    }

    private void refused(String... words) {
        var sentence = broken().orElse("nothing");
        for (var word : words) {
            assertTrue(sentence.contains(word), sentence);
        }
        assertTrue(!sentence.contains(PASSWORD), sentence);
    }

    @Test
    void takesWhatOperatorsShouldSet() {
        assertEquals(Optional.empty(), broken());
    }

    @Test
    void takesASecretFromAFile() {
        variables.remove("EYELINE_TLS_PASSWORD");
        variables.put("EYELINE_TLS_PASSWORD_FILE", keys.resolve("password").toString());
        assertEquals(Optional.empty(), broken());

        variables.put("EYELINE_TLS_PASSWORD_FILE", keys.resolve("none").toString());
        refused("EYELINE_TLS_PASSWORD_FILE", "cannot read");
        variables.put("EYELINE_TLS_PASSWORD_FILE", keys.resolve("large").toString());
        refused("EYELINE_TLS_PASSWORD_FILE", "too large");
        variables.put("EYELINE_TLS_PASSWORD", PASSWORD);
        refused("EYELINE_TLS_PASSWORD_FILE are both set");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://calls.example.org", "calls.example.org/", "calls.example.org/eyeline", "calls,example.org", "calls_example.org",
        "calls..example.org", "-calls.example.org", "calls.example.org:", "calls.example.org:0", "calls.example.org:70000", "calls example.org"})
    void refusesWhatIsNoHost(String host) {
        variables.put("EYELINE_PUBLIC_HOST", host);
        refused("EYELINE_PUBLIC_HOST is '" + host + "'");
    }

    @Test
    void saysWhereAWholeAddressBelongs() {
        variables.put("EYELINE_PUBLIC_HOST", "https://calls.example.org:8443/eyeline/");
        refused("a whole address belongs into EYELINE_PUBLIC_ADDRESS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"calls.example.org", "Calls.Example.org", "localhost", "localhost:8443", "10.0.0.1", "[::1]:8443", "x"})
    void takesAHost(String host) {
        variables.put("EYELINE_PUBLIC_HOST", host);
        assertEquals(Optional.empty(), broken());
    }

    @Test
    void refusesAKeyStoreOfHttpsThatIsNotThere() {
        variables.remove("EYELINE_TLS_KEYSTORE");
        refused("EYELINE_TLS_KEYSTORE is not set");
        variables.put("EYELINE_TLS_KEYSTORE", keys.resolve("none.p12").toString());
        refused("EYELINE_TLS_KEYSTORE names", "none.p12", "no file");
        variables.put("EYELINE_TLS_KEYSTORE", keys.toString());
        refused("no file");
        variables.put("EYELINE_TLS_KEYSTORE", keys.resolve("text.p12").toString());
        refused("no PKCS12 file");
    }

    @Test
    void refusesAPasswordThatOpensNothing() {
        variables.put("EYELINE_TLS_PASSWORD", "wrong one");
        refused("EYELINE_TLS_PASSWORD does not open");
    }

    /** Its password may stand in WildFly's credential store. */
    @Test
    void takesAKeyStoreThatOnlyWildFlyCanOpen() {
        variables.put("EYELINE_STORE_PASSWORD", "of the credential store");
        variables.remove("EYELINE_TLS_PASSWORD");
        assertEquals(Optional.empty(), broken());
        variables.put("EYELINE_TLS_KEYSTORE", keys.resolve("none.p12").toString());
        refused("no file");
    }

    @Test
    void refusesAKeyStoreWhosePasswordNobodyHas() {
        variables.remove("EYELINE_TLS_PASSWORD");
        refused("EYELINE_TLS_PASSWORD is not set");
    }

    @Test
    void refusesACertificateThatIsNotValidNow() {
        variables.put("EYELINE_TLS_KEYSTORE", keys.resolve("expired.p12").toString());
        refused("expired.p12", "ended at");
        variables.put("EYELINE_TLS_KEYSTORE", keys.resolve("future.p12").toString());
        refused("future.p12", "begins at");
    }

    @Test
    void asksNothingOfHttpsWhereItEndsElsewhere() {
        variables.put("EYELINE_TLS_ELSEWHERE", "true");
        variables.remove("EYELINE_TLS_KEYSTORE");
        assertEquals(Optional.empty(), broken());
    }

    @Test
    void refusesAKeyThatCannotSign() {
        variables.put("EYELINE_SIGNING_KEYSTORE", keys.resolve("tls.p12").toString());
        refused("no key with the name signing");
        variables.put("EYELINE_SIGNING_KEYSTORE", keys.resolve("weak.p12").toString());
        refused("no RSA key of 2048 bits");
        variables.remove("EYELINE_SIGNING_PASSWORD");
        refused("EYELINE_SIGNING_PASSWORD is not set");
    }

    @Test
    void refusesTheRestThatWouldFailLater() {
        variables.put("EYELINE_TRUSTED_AUTHORITY", keys.resolve("none.pem").toString());
        refused("EYELINE_TRUSTED_AUTHORITY");
        variables.remove("EYELINE_TRUSTED_AUTHORITY");
        variables.put("EYELINE_OIDC_ACCOUNTS", "10000001");
        refused("EYELINE_OIDC_PROVIDER is not set");
        variables.remove("EYELINE_OIDC_ACCOUNTS");
        variables.put("EYELINE_DB_WAIT_SECONDS", "five");
        refused("EYELINE_DB_WAIT_SECONDS is \"five\"");
    }
}
