package eyeline.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eyeline.core.user.PasswordHash;
import eyeline.operator.FirstOperator;
import eyeline.operator.StartRefused;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstOperatorTest {
    private static final String PASSWORD = "a quiet green harbour";

    @TempDir
    Path temp;
    private TestDatabase database;

    @BeforeEach
    void freshInstallation() throws Exception {
        database = TestDatabase.migrated(temp);
    }

    @AfterEach
    void stop() throws Exception {
        database.close();
    }

    @Test
    void nobodyCanLogInBeforeThereIsOne() throws Exception {
        assertEquals(List.of(), rows("select login_name from app_user"));
        assertEquals(List.of("0"), rows("select account_id from account"));
    }

    @Test
    void theFirstIsMadeAndNoSecond() throws Exception {
        FirstOperator.make(database.owner(), " root.operator ", "Olga Ivanova", PASSWORD);

        String refused = assertThrows(StartRefused.class,
                () -> FirstOperator.make(database.owner(), "another", "Another One", PASSWORD)).getMessage();
        assertTrue(refused.contains("operator already"), refused);
        assertEquals(List.of("0 root.operator Olga Ivanova OPERATOR true"), rows("""
                select account_id || ' ' || login_name || ' ' || display_name || ' ' || role || ' ' || enabled from app_user
                join user_profile using (account_id, user_pid) join profile using (account_id, profile_id)"""));
        assertTrue(PasswordHash.parse(rows("select password_hash from app_user").get(0)).matches(PASSWORD));
        assertEquals(List.of("FirstOperator CREATED USER Olga Ivanova"),
                rows("select actor_login || ' ' || action || ' ' || subject || ' ' || subject_name from admin_change"));
        assertFalse(rows("select after from admin_change").get(0).contains("harbour"));
    }

    @Test
    void whenNoneCanLogInAnyMoreAnotherIsMade() throws Exception {
        FirstOperator.make(database.owner(), "first", "First One", PASSWORD);
        try (Connection connection = database.owner().getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("update app_user set enabled = false");
        }
        FirstOperator.make(database.owner(), "second", "Second One", PASSWORD);
        assertEquals(List.of("first", "second"), rows("select login_name from app_user order by 1"));
    }

    @Test
    void nothingIsMadeOfWhatIsWrong() throws Exception {
        for (String[] wrong : new String[][] {{"", "Name", PASSWORD}, {"x".repeat(101), "Name", PASSWORD}, {"two\nlines", "Name", PASSWORD},
            {"name", " ", PASSWORD}, {"name", "Name", "too short"}, {"name", "Name", "password1234"}, {"quiet.harbour", "Name", "quiet.harbour"}}) {
            assertThrows(StartRefused.class, () -> FirstOperator.make(database.owner(), wrong[0], wrong[1], wrong[2]), String.join(" ", wrong));
        }
        assertEquals(List.of(), rows("select login_name from app_user"));
    }

    private List<String> rows(String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = database.owner().getConnection(); Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
