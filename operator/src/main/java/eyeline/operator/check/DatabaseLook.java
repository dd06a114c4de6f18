package eyeline.operator.check;

import eyeline.operator.DatabaseTrouble;
import eyeline.operator.Migration;
import eyeline.operator.OwnDatabase;
import eyeline.operator.Settings;
import eyeline.operator.StartRefused;
import eyeline.operator.look.Row;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** The database as the server will find it: with the application's role. */
record DatabaseLook(Settings settings) {
    private static final int OLDEST = 15;
    private static final Duration CLOCK = Duration.ofSeconds(2);
    private static final String RECORD = "'call_event', 'transcript_event', 'admin_change'";
    private static final String VERSION = """
            select version from flyway_schema_history where success and version is not null order by installed_rank desc limit 1""";
    private static final String TOO_MUCH = """
            select 'is a superuser' from pg_roles where rolname = current_user and rolsuper
            union all select 'sees all rows (bypassrls)' from pg_roles where rolname = current_user and rolbypassrls and not rolsuper
            union all select 'makes roles' from pg_roles where rolname = current_user and rolcreaterole and not rolsuper
            union all select 'owns ' || string_agg(relname, ', ') from pg_class c join pg_namespace n on n.oid = relnamespace
                where relkind in ('r', 'p') and nspname = current_schema() and pg_has_role(current_user, relowner, 'usage') having count(*) > 0
            union all select 'makes tables in ' || current_schema() where has_schema_privilege(current_schema(), 'create')
            union all select distinct p || 's ' || c.relname from pg_class c join pg_namespace n on n.oid = relnamespace, unnest(array['update', 'delete', 'truncate']) p
                where nspname = current_schema() and c.relname in (""" + RECORD + """
                ) and has_table_privilege(c.oid, p)""";
    private static final String TOO_LITTLE = """
            select c.relname from pg_class c join pg_namespace n on n.oid = relnamespace
            where nspname = current_schema() and c.relname in (""" + RECORD + """
            ) and not (has_table_privilege(c.oid, 'insert') and has_table_privilege(c.oid, 'select'))""";

    List<Row> rows() throws StartRefused, SQLException {
        try (Connection connection = OwnDatabase.application(settings).getConnection(); Statement statement = connection.createStatement()) {
            List<Row> rows = new ArrayList<>();
            rows.add(server(connection));
            rows.add(clock(statement));
            if (one(statement, "select to_regclass('call_event')").isEmpty()) {
                rows.add(Row.red("Schema", "The database has no schema of Eyeline that this role may use.", "Run: eyeline migrate"));
                return rows;
            }
            rows.add(schema(statement));
            rows.add(rights(statement));
            return rows;
        }
    }

    private Row server(Connection connection) throws SQLException, StartRefused {
        String version = connection.getMetaData().getDatabaseProductVersion();
        String found = "PostgreSQL " + version.split(" ")[0] + " at " + OwnDatabase.shown(OwnDatabase.url(settings)) + " as " + connection.getMetaData().getUserName();
        return connection.getMetaData().getDatabaseMajorVersion() >= OLDEST ? Row.green("Database", found)
                : Row.red("Database", found + ".", "PostgreSQL " + OLDEST + " or newer is needed.");
    }

    private static Row clock(Statement statement) throws SQLException {
        Instant before = Instant.now();
        try (ResultSet row = statement.executeQuery("select clock_timestamp()")) {
            row.next();
            Instant there = row.getObject(1, OffsetDateTime.class).toInstant();
            Instant here = before.plus(Duration.between(before, Instant.now()).dividedBy(2));
            return clock(Duration.between(there, here));
        }
    }

    /** {@code ahead}: how far this machine is ahead of the database. */
    static Row clock(Duration ahead) {
        String found = "This machine is " + String.format(java.util.Locale.ROOT, "%.1f", Math.abs(ahead.toMillis()) / 1000.0) + " s "
                + (ahead.isNegative() ? "behind" : "ahead of") + " the database.";
        return ahead.abs().compareTo(CLOCK) <= 0 ? Row.green("Clock", found) : Row.red("Clock", found, "Set both by NTP (systemd-timesyncd, chrony).");
    }

    /** Which migrations were run. The application's role may read that since version 11, the owner always. */
    private Row schema(Statement statement) throws StartRefused, SQLException {
        try {
            return schema(one(statement, VERSION).get(0));
        } catch (SQLException e) {
            if (settings.find("EYELINE_DB_OWNER_PASSWORD").isPresent()) {
                return byOwner();
            }
            String why = DatabaseTrouble.in(e).isPresent() ? "This role may not read the schema's version." : e.getMessage();
            return Row.yellow("Schema", why, "Run: eyeline migrate --dry-run, with the owner's role.");
        }
    }

    private Row byOwner() throws StartRefused, SQLException {
        try (Connection connection = OwnDatabase.owner(settings).getConnection(); Statement statement = connection.createStatement()) {
            return schema(one(statement, VERSION).get(0));
        }
    }

    private static Row schema(String version) {
        int there = Integer.parseInt(version);
        int needed = Integer.parseInt(Migration.newest());
        if (there == needed) {
            return Row.green("Schema", "Version " + version);
        }
        return there < needed ? Row.red("Schema", "Version " + there + "; this release needs " + needed + ".", "Run: eyeline migrate")
                : Row.red("Schema", "Version " + there + " is of a newer release; this one knows " + needed + ".", "Use the newer release, or restore a backup of before.");
    }

    private static Row rights(Statement statement) throws SQLException {
        List<String> much = one(statement, TOO_MUCH);
        if (!much.isEmpty()) {
            return Row.red("Role's rights", "The application's role may too much: it " + String.join(", ", much) + ".",
                    "Give the server a role of its own that owns nothing (docs/operations), and take these rights back.");
        }
        List<String> little = one(statement, TOO_LITTLE);
        return little.isEmpty() ? Row.green("Role's rights", "It can add to the record, and not change it.")
                : Row.red("Role's rights", "The application's role cannot add to " + String.join(", ", little) + ".",
                        "Was the schema migrated for another EYELINE_DB_USER? The owner grants what that role has.");
    }

    private static List<String> one(Statement statement, String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                if (rows.getString(1) != null) {
                    found.add(rows.getString(1));
                }
            }
        }
        return found;
    }
}
