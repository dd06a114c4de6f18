package eyeline.operator.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eyeline.operator.Keys;
import eyeline.operator.Migration;
import eyeline.operator.Ran;
import eyeline.operator.TestCluster;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An installation that is well, and each thing that may be wrong with it: one row is red, the others stay. */
class CheckTest {
    @TempDir
    static Path temp;
    private static TestCluster.Made database;
    private static Keys authority;
    private static Map<String, String> well;

    @BeforeAll
    static void anInstallation() throws Exception {
        database = TestCluster.migrated();
        authority = Keys.fresh();
        well = new HashMap<>(database.environment());
        well.put("EYELINE_PUBLIC_HOST", "localhost");
        well.put("EYELINE_TLS_KEYSTORE", authority.server(temp.resolve("tls.p12"), Duration.ofDays(90), "localhost").toString());
        well.put("EYELINE_TLS_PASSWORD", Keys.PASSWORD);
        well.put("EYELINE_SIGNING_KEYSTORE", Keys.signing(temp.resolve("signing.p12"), "signing", 2048).toString());
        well.put("EYELINE_SIGNING_PASSWORD", Keys.PASSWORD);
    }

    @Test
    void whatIsWellIsGreen() throws Exception {
        int[] ports = free();
        var ran = Ran.of(well, "check", "--https-port=" + ports[0], "--http-port=" + ports[1], "--management-port=" + ports[2], "--json");
        assertEquals(0, ran.code(), ran.all());
        assertEquals(0, ran.json().getInt("red"), ran.out());
        // no account has a relay
        assertEquals(List.of("Relay"), ran.json().getJsonArray("rows").getValuesAs(jakarta.json.JsonObject.class).stream()
                .filter(row -> row.getString("colour").equals("yellow")).map(row -> row.getString("what")).toList(), ran.out());
        secretsAreKept(ran);
    }

    @Test
    void aTableHasNoColourWhereNoTerminalIs() {
        var ran = Ran.of(well, "check");
        assertFalse(ran.out().contains("\u001b"), ran.out());
        ran.out().lines().forEach(line -> assertTrue(line.length() <= 80, line));
        assertTrue(ran.out().contains("green   Signing key           RSA, 2048 bits"), ran.out());
        secretsAreKept(ran);
    }

    @Test
    void environment() {
        red("EYELINE_PUBLIC_HOST", "https://calls.example.org", "Public host", "write it without the scheme");
        red("EYELINE_PUBLIC_HOST", "calls_example", "Public host", "write the host");
        red("EYELINE_PUBLIC_HOST", "localhost:99999", "Public host", "write the host");
        red("EYELINE_PUBLIC_HOST", "", "Public host", "is not set");
        red("EYELINE_PUBLIC_ADDRESS", "calls.example.org/eyeline", "Public host", "begins with https://");
        red("EYELINE_DB_POOL_MIN", "30", "Database's pool", "no larger");
        red("EYELINE_OIDC_PROVIDER", "https://login.example.org", "Single sign-on", "EYELINE_OIDC_SECRET is not set");
        yellow("EYELINE_PUBLIC_HOST", "nobody.invalid", "Public host", "not known");
        yellow("EYELINE_PUBLIC_HOTS", "localhost", "Environment", "EYELINE_PUBLIC_HOTS");
        yellow("EYELINE_DB_URL", "jdbc:postgresql://nobody.invalid/eyeline", "Database's address", "sslmode=verify-full");
    }

    @Test
    void keyStores() throws Exception {
        red("EYELINE_TLS_KEYSTORE", temp.resolve("missing.p12").toString(), "HTTPS key", "not there");
        red("EYELINE_TLS_KEYSTORE", Files.writeString(temp.resolve("text.p12"), "text").toString(), "HTTPS key", "no PKCS12");
        red("EYELINE_TLS_PASSWORD", "another", "HTTPS key", "is not its password");
        red("EYELINE_SIGNING_PASSWORD", "", "Signing key", "EYELINE_SIGNING_PASSWORD");
        red("EYELINE_SIGNING_KEYSTORE", well.get("EYELINE_TLS_KEYSTORE"), "Signing key", "no key with the alias \"signing\"");
        red("EYELINE_SIGNING_KEYSTORE", Keys.signing(temp.resolve("weak.p12"), "signing", 1024).toString(), "Signing key", "RSA of 1024 bits");
    }

    @Test
    void whereHttpsEndsElsewhereNoKeyIsNeeded() throws Exception {
        Map<String, String> environment = new HashMap<>(well);
        environment.keySet().removeAll(List.of("EYELINE_TLS_KEYSTORE", "EYELINE_TLS_PASSWORD"));
        red(environment, "HTTPS key", "EYELINE_TLS_KEYSTORE");
        environment.put("EYELINE_TLS_ELSEWHERE", "true");
        assertEquals("green", row(Ran.of(environment, "check", "--json"), "HTTPS key").getString("colour"));
    }

    @Test
    void certificates() throws Exception {
        red("EYELINE_TLS_KEYSTORE", authority.server(temp.resolve("other.p12"), Duration.ofDays(90), "calls.example.org").toString(),
                "Certificate's names", "not for localhost");
        red("EYELINE_TLS_KEYSTORE", authority.server(temp.resolve("over.p12"), Duration.ofDays(-1), "localhost").toString(), "Certificate's end", "It ended on");
        yellow("EYELINE_TLS_KEYSTORE", authority.server(temp.resolve("soon.p12"), Duration.ofDays(29), "localhost").toString(), "Certificate's end", "Renew it within");
        yellow("EYELINE_TLS_KEYSTORE", Keys.signing(temp.resolve("self.p12"), "server", 2048).toString(), "Certificate's chain", "self-signed");
        assertTrue(CertificateLook.covers("*.example.org", "calls.example.org") && !CertificateLook.covers("*.example.org", "a.calls.example.org")
                && !CertificateLook.covers("*.example.org", "example.org"));
    }

    @Test
    void database() throws Exception {
        red("EYELINE_DB_PASSWORD", "wrong", "Database", "refuses the name or the password");
        red("EYELINE_DB_URL", TestCluster.named("nowhere").environment().get("EYELINE_DB_URL"), "Database", "no such database");
        red("EYELINE_DB_USER", database.owner(), "Role's rights", "may too much: it owns");
        var empty = TestCluster.empty();
        red(empty.environment(), "Schema", "Run: eyeline migrate");
        assertEquals("Clock", DatabaseLook.clock(Duration.ofMillis(-2001)).what());
        assertEquals("RED", DatabaseLook.clock(Duration.ofMillis(-2001)).colour().name());
        assertEquals("GREEN", DatabaseLook.clock(Duration.ofMillis(1999)).colour().name());
    }

    @Test
    void rightsThatTheRoleMustNotHaveOrMust() throws Exception {
        var made = TestCluster.migrated();
        made.asOwner("grant update on call_event to " + made.application());
        red(made.environment(), "Role's rights", "updates call_event");
        made.asOwner("revoke update on call_event from " + made.application());
        made.asOwner("revoke insert on admin_change from " + made.application());
        red(made.environment(), "Role's rights", "cannot add to admin_change");
    }

    @Test
    void schemasOfOtherReleases() throws Exception {
        var made = TestCluster.migrated();
        made.asOwner("delete from flyway_schema_history where version = '" + Migration.newest() + "'");
        red(made.environment(), "Schema", "this release needs " + Migration.newest());
        made.asOwner("insert into flyway_schema_history values (999, '999', 'of tomorrow', 'SQL', 'V999__of_tomorrow.sql', 1, current_user, now(), 1, true)");
        red(made.environment(), "Schema", "of a newer release");
    }

    @Test
    void aRelayThatDoesNotAnswer() throws Exception {
        var made = TestCluster.migrated();
        made.asOwner("insert into account (account_id, name) values ('brand', 'A brand')");
        made.asOwner("insert into ice_server (account_id, position, url, credential, secret) values ('brand', 0, 'turn:localhost:" + free()[0] + "?transport=tcp', 'SHARED_SECRET', '"
                + TestCluster.SECRET + "')");
        red(made.environment(), "Relay", "no answer");
    }

    @Test
    void portsThatAreTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var ran = Ran.of(well, "check", "--https-port=" + taken.getLocalPort(), "--json");
            assertEquals("yellow", row(ran, "HTTPS port").getString("colour"));
        }
    }

    private static void red(String variable, String value, String what, String words) {
        Map<String, String> environment = new HashMap<>(well);
        environment.put(variable, value);
        red(environment, what, words);
    }

    private static void red(Map<String, String> environment, String what, String words) {
        var ran = Ran.of(environment, "check", "--json");
        assertEquals(1, ran.code(), ran.all());
        says(ran, what, "red", words);
    }

    private static void yellow(String variable, String value, String what, String words) {
        Map<String, String> environment = new HashMap<>(well);
        environment.put(variable, value);
        says(Ran.of(environment, "check", "--json"), what, "yellow", words);
    }

    private static void says(Ran ran, String what, String colour, String words) {
        var row = row(ran, what);
        assertEquals(colour, row.getString("colour"), row.toString());
        assertTrue((row.getString("found") + " " + row.getString("toDo")).contains(words), row.toString());
        assertFalse(ran.out().contains("could not be looked at"), ran.out());
        secretsAreKept(ran);
    }

    private static jakarta.json.JsonObject row(Ran ran, String what) {
        return ran.json().getJsonArray("rows").getValuesAs(jakarta.json.JsonObject.class).stream()
                .filter(row -> row.getString("what").equals(what)).findFirst().orElseThrow(() -> new AssertionError(what + " in " + ran.out()));
    }

    private static void secretsAreKept(Ran ran) {
        assertFalse(ran.all().contains(TestCluster.SECRET) || ran.all().contains(Keys.PASSWORD), ran.all());
    }

    private static int[] free() throws Exception {
        try (ServerSocket a = new ServerSocket(0, 1, InetAddress.getLoopbackAddress()); ServerSocket b = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ServerSocket c = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new int[] {a.getLocalPort(), b.getLocalPort(), c.getLocalPort()};
        }
    }
}
