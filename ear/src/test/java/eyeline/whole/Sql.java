package eyeline.whole;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/** The database as one of its roles sees it. */
public final class Sql {
    private final DataSource source;

    public Sql(DataSource source) {
        this.source = source;
    }

    /** Rows as column names and values. */
    public List<Map<String, Object>> query(String sql, Object... parameters) {
        try (var connection = source.getConnection(); var statement = prepare(connection, sql, parameters);
                var rows = statement.executeQuery()) {
            var found = new ArrayList<Map<String, Object>>();
            while (rows.next()) {
                found.add(row(rows));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The first column of the first row. */
    public Object one(String sql, Object... parameters) {
        return query(sql, parameters).get(0).values().iterator().next();
    }

    public int update(String sql, Object... parameters) throws SQLException {
        try (var connection = source.getConnection(); var statement = prepare(connection, sql, parameters)) {
            statement.execute();
            return statement.getUpdateCount();
        }
    }

    private static java.sql.PreparedStatement prepare(Connection connection, String sql, Object... parameters) throws SQLException {
        var statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }

    private static Map<String, Object> row(ResultSet rows) throws SQLException {
        var row = new LinkedHashMap<String, Object>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
            row.put(rows.getMetaData().getColumnName(i), rows.getObject(i));
        }
        return row;
    }

    public static UUID uuid(String text) {
        return UUID.fromString(text);
    }
}
