package eyeline.server.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eyeline.server.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleTest {
    @TempDir
    static Path temp;
    private static TestDatabase database;

    @BeforeAll
    static void loadTwice() throws Exception {
        database = TestDatabase.migrated(temp);
        Sample.load(database.owner(), "https://localhost:8444");
        Sample.load(database.owner(), "https://localhost:8444");
        Sample.load(database.owner(), "https://localhost:9444");
    }

    @AfterAll
    static void stop() throws Exception {
        database.close();
    }

    @Test
    void hasItsPeopleOnce() throws Exception {
        assertEquals(List.of("0 operator1", "10000001 admin1", "10000001 agent1", "10000001 agent2", "10000001 manager1",
                "10000002 admin2", "10000002 agent3"), rows("select account_id || ' ' || login_name from app_user order by 1"));
    }

    @Test
    void letsTheFirstAgentUseVideoAndTheSecondVoiceOnly() throws Exception {
        assertEquals(List.of("agent1 INITIATE_LIVE_VIDEO_CONVERSATION", "agent1 INITIATE_VOICE_CONVERSATION", "agent2 INITIATE_VOICE_CONVERSATION"),
                rows("""
                        select login_name || ' ' || permission from app_user join user_profile using (user_pid)
                        join profile_permission using (profile_id) where login_name in ('agent1', 'agent2') order by 1"""));
    }

    @Test
    void allowsTheWindowOnEveryOriginThatTheShopHadInOneAccountAlone() throws Exception {
        assertEquals(List.of("10000001 https://localhost:8444", "10000001 https://localhost:9444"),
                rows("select account_id || ' ' || origin from account_origin order by 1"));
    }

    @Test
    void pointsOneAccountAtTheRelayAndLeavesServersAloneThatSomebodyGaveIt() throws Exception {
        String servers = "select account_id || ' ' || url || ' ' || secret from ice_server order by position";
        Sample.withRelay(database.owner(), 3480, "a secret");
        Sample.withRelay(database.owner(), 4480, "a secret");

        assertEquals(List.of("10000001 turn:127.0.0.1:4480?transport=udp a secret", "10000001 turn:localhost:4480?transport=tcp a secret",
                "10000001 turns:localhost:4480?transport=tcp a secret"), rows(servers));
        Sample.withoutRelay(database.owner(), "a secret");
        assertEquals(List.of(), rows(servers));
        execute("insert into ice_server values ('10000001', 0, 'turn:turn.example.org', 'SHARED_SECRET', null, 'theirs')");
        Sample.withRelay(database.owner(), 3480, "a secret");
        assertEquals(List.of("10000001 turn:turn.example.org theirs"), rows(servers));
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = database.owner().getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void keepsPasswordsAsSlowHashesOnly() throws Exception {
        for (String hash : rows("select password_hash from app_user")) {
            assertTrue(hash.matches("PBKDF2WithHmacSHA512:210000:[A-Za-z0-9+/]{22}==:[A-Za-z0-9+/]{86}=="), hash);
        }
    }

    @Test
    void isReadableForTheApplicationWhichMayNotChangeTheRecord() throws Exception {
        assertEquals(List.of("0"), rows(database.application(), "select count(*)::text from account"), "nobody's without a word");
        assertEquals(List.of("3"), rows(database.application(), """
                select count(*)::text from account, set_config('eyeline.account', '*', false)"""));
        for (String forbidden : List.of("delete from call_event", "update transcript_event set event = ''", "delete from account",
                "create table mine (id integer)")) {
            assertEquals("42501", stateOf(forbidden), forbidden);
        }
    }

    private static String stateOf(String statement) throws SQLException {
        try (Connection connection = database.application().getConnection(); Statement executed = connection.createStatement()) {
            executed.execute(statement);
            return "allowed";
        } catch (SQLException e) {
            return e.getSQLState();
        }
    }

    private static List<String> rows(String query) throws SQLException {
        return rows(database.owner(), query);
    }

    private static List<String> rows(DataSource data, String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = data.getConnection(); Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
