package eyeline.operator.backup;

import eyeline.operator.OwnDatabase;
import eyeline.operator.Settings;
import eyeline.operator.StartRefused;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * The two roles and the database, made where they are missing, as docs/operations/database.md says it in SQL. Passwords reach PostgreSQL
 * as their SCRAM verifiers, so that its log has none.
 */
record Preparation(Settings settings) {

    /** What was made; nothing where no superuser is named. */
    List<String> run() throws StartRefused, SQLException {
        if (settings.find("EYELINE_DB_SUPERUSER").isEmpty()) {
            return List.of();
        }
        List<String> made = new ArrayList<>();
        String owner = settings.need("EYELINE_DB_OWNER");
        String application = OwnDatabase.applicationRole(settings);
        String database = OwnDatabase.parts(OwnDatabase.url(settings)).getProperty("PGDBNAME");
        DataSource superuser = OwnDatabase.superuser(settings);
        try (Connection connection = superuser.getConnection(); Statement statement = connection.createStatement()) {
            role(connection, owner, "EYELINE_DB_OWNER_PASSWORD", made);
            role(connection, application, "EYELINE_DB_PASSWORD", made);
            if (!exists(connection, "select from pg_database where datname = ?", database)) {
                String name = quoted(connection, database);
                statement.execute("create database " + name + " owner " + quoted(connection, owner));
                statement.execute("revoke all on database " + name + " from public");
                statement.execute("grant connect on database " + name + " to " + quoted(connection, application));
                made.add("Made the database " + database + ".");
            }
        }
        return made;
    }

    private void role(Connection connection, String name, String password, List<String> made) throws StartRefused, SQLException {
        if (!exists(connection, "select from pg_roles where rolname = ?", name)) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("create role " + quoted(connection, name) + " login");
            }
            connection.unwrap(PGConnection.class).alterUserPassword(name, settings.need(password).toCharArray(), "scram-sha-256");
            made.add("Made the role " + name + ".");
        }
    }

    private static String quoted(Connection connection, String name) throws SQLException {
        return connection.unwrap(PGConnection.class).escapeIdentifier(name);
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }
}
