package eyeline.operator.backup;

import eyeline.operator.StartRefused;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What PostgreSQL's catalogues say of the schema: tables in the order of their references, columns, sequences, grants. */
record Catalogue(Connection connection) {
    /** Flyway's table is made by the migrations themselves. */
    private static final String HISTORY = "flyway_schema_history";
    private static final String TABLES = "select relname from pg_class where relnamespace = current_schema()::regnamespace and relkind = 'r' and relname <> ?";
    private static final String REFERENCES = """
            select c.relname, r.relname from pg_constraint f join pg_class c on c.oid = f.conrelid join pg_class r on r.oid = f.confrelid
            where f.contype = 'f' and c.relnamespace = current_schema()::regnamespace and c.oid <> r.oid and c.relname <> ?""";
    private static final String COLUMNS = """
            select attname from pg_attribute a join pg_class c on c.oid = attrelid
            where c.relnamespace = current_schema()::regnamespace and relname = ? and attnum > 0 and not attisdropped and attgenerated = '' order by attnum""";
    private static final String SEQUENCES = "select sequencename, last_value from pg_sequences where schemaname = current_schema() and last_value is not null and sequencename <> ? order by 1";
    private static final String GRANTS = """
            select c.relname, g.privilege_type, pg_get_userbyid(g.grantee) from pg_class c, aclexplode(c.relacl) g
            where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and g.grantee <> 0 and g.grantee <> c.relowner
                and pg_get_userbyid(g.grantee) <> ? order by 1, 2, 3""";

    /** Those that others refer to come first. */
    List<String> tables() throws SQLException, StartRefused {
        Map<String, Set<String>> needs = new TreeMap<>();
        query(TABLES, HISTORY, row -> needs.put(row.getString(1), new TreeSet<>()));
        query(REFERENCES, HISTORY, row -> needs.get(row.getString(1)).add(row.getString(2)));
        return ordered(needs);
    }

    static List<String> ordered(Map<String, Set<String>> needs) throws StartRefused {
        Set<String> done = new LinkedHashSet<>();
        while (done.size() < needs.size()) {
            List<String> next = needs.keySet().stream().filter(table -> !done.contains(table) && done.containsAll(needs.get(table))).toList();
            if (next.isEmpty()) {
                throw new StartRefused("Tables refer to each other in a circle: this release cannot put them back in an order.");
            }
            done.addAll(next);
        }
        return List.copyOf(done);
    }

    List<String> columns(String table) throws SQLException {
        List<String> columns = new ArrayList<>();
        query(COLUMNS, table, row -> columns.add(row.getString(1)));
        return columns;
    }

    List<Manifest.SequenceValue> sequences() throws SQLException {
        List<Manifest.SequenceValue> values = new ArrayList<>();
        query(SEQUENCES, "", row -> values.add(new Manifest.SequenceValue(row.getString(1), row.getLong(2))));
        return values;
    }

    /** Of roles beside the owner and the application's, whose rights the migrations give. */
    List<Manifest.Grant> grants(String applicationRole) throws SQLException {
        List<Manifest.Grant> grants = new ArrayList<>();
        query(GRANTS, applicationRole, row -> grants.add(new Manifest.Grant(row.getString(1), row.getString(2), row.getString(3))));
        return grants;
    }

    private interface Row {
        void take(ResultSet row) throws SQLException;
    }

    private void query(String sql, String parameter, Row each) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, parameter);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    each.take(rows);
                }
            }
        }
    }
}
