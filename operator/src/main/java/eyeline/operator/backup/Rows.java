package eyeline.operator.backup;

import eyeline.operator.StartRefused;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** Puts rows, sequences and grants of a backup into a fresh schema: all of them, or none. */
record Rows(DataSource owner, Path folder, Consumer<String> progress) {

    /** What there is to say about it afterwards. */
    List<String> load(Manifest manifest) throws SQLException, IOException, StartRefused {
        try (Connection connection = owner.getConnection(); Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            refuseOtherTables(connection, manifest);
            empty(statement, manifest);
            for (Manifest.TableFile table : manifest.tables()) {
                load(connection, table);
            }
            for (Manifest.SequenceValue sequence : manifest.sequences()) {
                statement.execute("select setval('" + sequence.name() + "', " + sequence.value() + ")");
            }
            List<String> said = grants(connection, manifest);
            connection.commit();
            statement.execute("analyze");
            connection.commit();
            return said;
        }
    }

    private static void refuseOtherTables(Connection connection, Manifest manifest) throws SQLException, StartRefused {
        List<String> there = new Catalogue(connection).tables();
        for (Manifest.TableFile table : manifest.tables()) {
            if (!there.contains(table.name()) || !new Catalogue(connection).columns(table.name()).containsAll(table.columns())) {
                throw new StartRefused("The backup has a table " + table.name() + " that schema version " + manifest.made().schema() + " does not have in this form.");
            }
        }
    }

    /** Migrations bring rows of their own (account 0). The tables of the record have none yet, and refuse to be emptied. */
    private static void empty(Statement statement, Manifest manifest) throws SQLException {
        List<Manifest.TableFile> last = new ArrayList<>(manifest.tables());
        Collections.reverse(last);
        for (Manifest.TableFile table : last) {
            try (ResultSet row = statement.executeQuery("select exists (select from " + table.name() + ")")) {
                row.next();
                if (!row.getBoolean(1)) {
                    continue;
                }
            }
            statement.execute("delete from " + table.name());
        }
    }

    private void load(Connection connection, Manifest.TableFile table) throws SQLException, IOException, StartRefused {
        CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
        try (InputStream packed = Files.newInputStream(folder.resolve(table.path())); InputStream rows = new GZIPInputStream(packed)) {
            long loaded = copy.copyIn("copy " + table.name() + " (" + String.join(", ", table.columns()) + ") from stdin", rows);
            if (loaded != table.rows()) {
                throw new StartRefused("The backup is damaged: " + table.name() + " has " + loaded + " rows, not " + table.rows() + ".");
            }
            progress.accept("Restored " + table.name() + ": " + loaded + " rows");
        }
    }

    /** Rights of roles that are in this cluster too. */
    private static List<String> grants(Connection connection, Manifest manifest) throws SQLException {
        List<String> said = new ArrayList<>();
        for (Manifest.Grant grant : manifest.grants()) {
            try (PreparedStatement role = connection.prepareStatement("select quote_ident(rolname) from pg_roles where rolname = ?")) {
                role.setString(1, grant.role());
                try (ResultSet row = role.executeQuery(); Statement statement = connection.createStatement()) {
                    if (row.next()) {
                        statement.execute("grant " + grant.right() + " on " + grant.table() + " to " + row.getString(1));
                    } else {
                        said.add("There is no role " + grant.role() + " here: its right " + grant.right() + " on " + grant.table() + " was left out.");
                    }
                }
            }
        }
        return said;
    }
}
