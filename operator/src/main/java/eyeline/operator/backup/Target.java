package eyeline.operator.backup;

import eyeline.operator.Migration;
import eyeline.operator.StartRefused;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** The database that a backup goes into. */
record Target(DataSource owner, String role) {

    /** A server that writes meanwhile would leave a mixture. */
    void refuseInUse() throws SQLException, StartRefused {
        try (Connection connection = owner.getConnection();
                PreparedStatement query = connection.prepareStatement("select count(*) from pg_stat_activity where datname = current_database() and usename = ?")) {
            query.setString(1, role);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                if (row.getInt(1) > 0) {
                    throw new StartRefused("The role " + role + " has " + row.getInt(1) + " connections to that database: stop the server first, on every node.");
                }
            }
        }
    }

    boolean isEmpty() throws SQLException {
        try (Connection connection = owner.getConnection(); Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select not exists (select from pg_class where relnamespace = current_schema()::regnamespace)")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    void clean() {
        new Migration(owner, role).clean();
    }

    /** The schema as it was then; later changes are {@code eyeline migrate}'s. */
    void schema(String version) throws StartRefused {
        new Migration(owner, role).applyUpTo(version);
    }
}
