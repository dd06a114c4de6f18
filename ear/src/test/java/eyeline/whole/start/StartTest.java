package eyeline.whole.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eyeline.server.Ports;
import eyeline.whole.OnTheProduct;
import eyeline.whole.Product;
import eyeline.whole.wire.Api;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The provisioned server, started as operators do with something wrong: it says what in one line, and ends. Each start prints how long it took. */
@OnTheProduct
@Tag("long")
class StartTest {
    /** EX_CONFIG and EX_TEMPFAIL of sysexits.h: what a service manager should not, and should, try again. */
    private static final int CONFIGURATION = 78;
    private static final int PASSING = 75;

    @TempDir
    static Path keys;
    private static Product running;
    private final Product product;

    StartTest(Product product) {
        this.product = product;
    }

    /** Another state of the schema is another schema before it in the search path; a wrong clock is another function. */
    @BeforeAll
    static void prepare(Product product) throws SQLException, IOException, InterruptedException {
        running = product;
        product.owner().update("""
                create schema older; create table older.flyway_schema_history as select * from public.flyway_schema_history where version = '1';
                create schema newer; create table newer.flyway_schema_history as select * from public.flyway_schema_history where false;
                insert into newer.flyway_schema_history (installed_rank, version, description, type, script, installed_by, execution_time, success)
                  values (1, '99', 'd', 'SQL', 's', 'o', 1, true);
                create table newer.account (account_id text);
                create schema late; create function late.clock_timestamp() returns timestamptz language sql
                  as $$ select pg_catalog.clock_timestamp() - interval '10 seconds' $$;
                grant usage on schema older, newer, late to eyeline_app; grant select on all tables in schema older, newer to eyeline_app""");
        var made = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias", "server", "-keyalg", "EC",
                "-dname", "CN=localhost", "-startdate", "-400d", "-validity", "30", "-storetype", "PKCS12", "-keystore", keys.resolve("expired.p12").toString(),
                "-storepass", "expired keys").start();
        assertEquals(0, made.waitFor());
    }

    /** What is wrong, how it is brought about, what is said of it. */
    private record Case(String name, Map<String, String> environment, String sentence, int code) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        return Stream.of(
                new Case("no key store of HTTPS", Map.of("EYELINE_TLS_KEYSTORE", "/nowhere/tls.p12"), "EYELINE_TLS_KEYSTORE names /nowhere/tls.p12, which is no file", CONFIGURATION),
                new Case("a certificate that has ended", Map.of("EYELINE_TLS_KEYSTORE", keys.resolve("expired.p12").toString(), "EYELINE_TLS_PASSWORD", "expired keys"),
                        "whose certificate ended at", CONFIGURATION),
                new Case("a wrong password of the signing key", Map.of("EYELINE_SIGNING_PASSWORD", "wrong"), "the password in EYELINE_SIGNING_PASSWORD does not open", CONFIGURATION),
                new Case("a public host with a scheme", Map.of("EYELINE_PUBLIC_HOST", "https://calls.example.org"), "a whole address belongs into EYELINE_PUBLIC_ADDRESS", CONFIGURATION),
                new Case("no schema", Map.of("EYELINE_DB_URL", url("nowhere")), "the database has no schema of Eyeline. Run \"bin/eyeline migrate\"", CONFIGURATION),
                new Case("an older schema", Map.of("EYELINE_DB_URL", url("older")), "the database's schema is of version 1", CONFIGURATION),
                new Case("a newer schema in which tables are missing", Map.of("EYELINE_DB_URL", url("newer")), "the calls that were open could not be taken up", CONFIGURATION),
                new Case("a wrong clock", Map.of("EYELINE_DB_URL", url("late,public,pg_catalog")), "the clock of this server is 10.", CONFIGURATION),
                new Case("a role that the database refuses", Map.of("EYELINE_DB_PASSWORD", "wrong"), "the database refuses the role", CONFIGURATION),
                new Case("no database, for as long as was said", Map.of("EYELINE_DB_URL", "jdbc:postgresql://localhost:1/eyeline", "EYELINE_DB_WAIT_SECONDS", "1"),
                        "the database does not answer", PASSING));
    }

    private static String url(String schemas) {
        return running.environment().get("EYELINE_DB_URL") + "?currentSchema=" + schemas;
    }

    private Map<String, String> with(Map<String, String> more) {
        var environment = new HashMap<>(product.environment());
        environment.putAll(more);
        return environment;
    }

    private static void print(String name, ServerProcess server) {
        System.out.printf("%s: after %d ms%n", name, server.age().toMillis());
    }

    private static List<String> said(ServerProcess server) {
        return server.lines().stream().filter(line -> line.contains(" ERROR [e.start] Eyeline does not start: ")).toList();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void saysWhyAndEnds(Case wrong) throws Exception {
        try (var server = ServerProcess.start(with(wrong.environment()), Ports.free())) {
            var code = server.end();
            print(wrong.name(), server);
            assertEquals(1, said(server).size(), String.join("\n", server.lines()));
            assertTrue(said(server).get(0).contains(wrong.sentence()), said(server).get(0));
            assertEquals(wrong.code(), code);
        }
    }

    /** On a WildFly where others live nothing ends: the deployment fails with the sentence, and SIGTERM is obeyed. */
    @Test
    void elsewhereTheDeploymentFailsAndTheServerLivesOn() throws Exception {
        try (var server = ServerProcess.startElsewhere(with(Map.of("EYELINE_PUBLIC_HOST", "calls/example")), Ports.free())) {
            var failed = server.says("WFLYSRV0026");
            print("where others live", server);
            assertTrue(server.isAlive(), failed);
            assertEquals(1, said(server).size(), String.join("\n", server.lines()));
            var told = String.join("\n", server.lines());
            assertTrue(told.substring(told.indexOf("WFLYCTL0080")).contains("Eyeline does not start: EYELINE_PUBLIC_HOST is "), told);
            server.terminate();
            server.end();
        }
    }

    /** It waits, says so, is not ready and lives; when the database is there it opens its doors. */
    @Test
    void waitsForADatabaseThatIsAwayAndOpensWhenItIsThere() throws Exception {
        try (var way = new Way(URI.create(product.environment().get("EYELINE_DB_URL").substring("jdbc:".length())).getPort());
                var server = ServerProcess.start(with(Map.of("EYELINE_DB_URL", "jdbc:postgresql://localhost:" + way.port() + "/eyeline")), Ports.free())) {
            server.says("not ready: the database does not answer");
            server.says("WFLYSRV0025");
            var api = new Api(URI.create("https://localhost:" + server.ports().https()), product.trust());
            assertEquals(503, api.get("/health/ready").statusCode());
            assertEquals(200, api.get("/health/live").statusCode());
            var page = api.get("/agent/");
            assertEquals(503, page.statusCode());
            assertTrue(page.body().contains("waits for its database"), page.body());
            assertTrue(api.get("/api/account/10000001/configuration/window").body().contains("\"UNAVAILABLE\""));

            way.open();
            server.says("the database is there; Eyeline is open");
            print("a database that came late", server);
            assertEquals(200, api.get("/agent/").statusCode());
            assertEquals(1, server.lines().stream().filter(line -> line.contains("not ready: ")).count());
            assertFalse(server.lines().stream().anyMatch(line -> line.contains("does not start")));
            server.terminate();
            server.end();
        }
    }
}
