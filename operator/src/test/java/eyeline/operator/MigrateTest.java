package eyeline.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each way in which a migration cannot be done has its own sentence, at once. */
class MigrateTest {

    @Test
    void appliesWhatIsMissingOnce() throws Exception {
        var made = TestCluster.empty();
        var dry = Ran.of(made.environment(), "migrate", "--dry-run");
        assertEquals(0, dry.code(), dry.all());
        assertTrue(dry.out().contains("Would apply 1 (eyeline)") && dry.out().contains("Nothing was changed"), dry.out());
        int waiting = Ran.of(made.environment(), "migrate", "--dry-run", "--json").json().getJsonArray("pending").size();

        var first = Ran.of(made.environment(), "migrate");
        assertEquals(0, first.code(), first.all());
        assertTrue(first.out().contains("Applying 3 (fence)") && first.out().contains("Migrations applied: " + waiting + "."), first.out());

        var second = Ran.of(made.environment(), "migrate", "--json").json();
        assertEquals(0, second.getJsonArray("applied").size());
        assertTrue(second.getJsonArray("said").getString(0).contains("up to date: version " + Migration.newest()), second.toString());
    }

    @Test
    void aWrongPasswordIsRefusedAtOnce() throws Exception {
        refused(TestCluster.empty().with("EYELINE_DB_OWNER_PASSWORD", "wrong-one"), "refuses the name or the password");
    }

    @Test
    void anUnknownHostIsNamedSo() throws Exception {
        refused(TestCluster.named("any").with("EYELINE_DB_URL", "jdbc:postgresql://nobody.invalid/eyeline"), "host is not known");
    }

    @Test
    void aClosedPortIsNamedSo() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        refused(TestCluster.named("any").with("EYELINE_DB_URL", "jdbc:postgresql://localhost:" + port + "/eyeline"), "Nothing answers at the database's port");
    }

    @Test
    void aMissingDatabaseIsNamedSo() throws Exception {
        var made = TestCluster.empty();
        refused(made.with("EYELINE_DB_URL", TestCluster.named("nowhere").environment().get("EYELINE_DB_URL")), "no such database");
    }

    @Test
    void aDatabaseWithoutTlsIsNamedSo() throws Exception {
        var made = TestCluster.empty();
        refused(made.with("EYELINE_DB_URL", made.environment().get("EYELINE_DB_URL") + "?sslmode=require"), "does not speak TLS");
    }

    @Test
    void aRoleThatMayNotConnectIsNamedSo() throws Exception {
        var made = TestCluster.empty();
        TestCluster.role("stranger");
        refused(made.with("EYELINE_DB_OWNER", "stranger"), "may not connect to that database");
    }

    @Test
    void aRoleThatMayNotMakeTablesIsNamedSo() throws Exception {
        var made = TestCluster.empty();
        refused(made.with("EYELINE_DB_OWNER", made.application()), "may not make tables there");
    }

    @Test
    void anApplicationRoleThatIsNotThereIsNamedSo() throws Exception {
        refused(TestCluster.empty().with("EYELINE_DB_USER", "nobody"), "The application's role nobody is not there");
        refused(TestCluster.empty().with("EYELINE_DB_USER", "a; drop"), "no name of a role");
    }

    @Test
    void aNewerSchemaIsLeftAlone() throws Exception {
        var made = TestCluster.migrated();
        made.asOwner("insert into flyway_schema_history values (999, '999', 'of tomorrow', 'SQL', 'V999__of_tomorrow.sql', 1, current_user, now(), 1, true)");
        refused(made.environment(), "version 999, which a newer release of Eyeline made");
    }

    @Test
    void tablesOfSomebodyElseAreLeftAlone() throws Exception {
        var made = TestCluster.empty();
        made.asOwner("create table theirs ()");
        refused(made.environment(), "tables that are not Eyeline's");
    }

    @Test
    void aSchemaThatIsNotThisReleasesIsLeftAlone() throws Exception {
        var made = TestCluster.migrated();
        made.asOwner("update flyway_schema_history set checksum = 1 where version = '2'");
        made.asOwner("delete from flyway_schema_history where version = '10'");
        refused(made.environment(), "not made by the migrations of this release");
    }

    @Test
    void anAddressThatIsNoneOrHasAPasswordIsRefused() throws Exception {
        refused(TestCluster.named("any").with("EYELINE_DB_URL", "postgres://localhost/eyeline"), "no JDBC address");
        refused(TestCluster.named("any").with("EYELINE_DB_URL", "jdbc:postgresql://localhost/eyeline?password=" + TestCluster.SECRET), "has a password in it");
    }

    private static void refused(Map<String, String> environment, String words) {
        var ran = Ran.of(environment, "migrate", "--debug");
        assertEquals(2, ran.code(), ran.all());
        assertTrue(ran.err().contains(words), ran.err());
        assertFalse(ran.all().contains(TestCluster.SECRET), ran.all());
    }
}
