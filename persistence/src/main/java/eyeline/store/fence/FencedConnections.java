package eyeline.store.fence;

import java.sql.Connection;
import java.sql.SQLException;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.hibernate.engine.jdbc.connections.spi.MultiTenantConnectionProvider;

/**
 * Gives a persistence context its connection, with the fence drawn: PostgreSQL is told whose rows there are for the rest of
 * this transaction. With its end the fence falls back to nobody's, so a connection never carries it to who gets it next.
 */
public class FencedConnections implements MultiTenantConnectionProvider<String> {
    private static final long serialVersionUID = 1L;
    private static final String DATA_SOURCE = "java:jboss/datasources/Eyeline";
    private static final String ENTER = "select set_config('eyeline.account', ?, true)";

    private transient volatile DataSource source;

    @Override
    public Connection getConnection(String account) throws SQLException {
        var connection = getAnyConnection();
        if (connection.getAutoCommit()) {
            connection.close();
            throw new SQLException("outside of a transaction there is no fence, and without one no rows");
        }
        try (var enter = connection.prepareStatement(ENTER)) {
            enter.setString(1, account);
            enter.execute();
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** For the check of the mapping at the start: such a connection sees no rows. */
    @Override
    public Connection getAnyConnection() throws SQLException {
        if (source == null) {
            source = source();
        }
        return source.getConnection();
    }

    /** Connections without a fence: they see no rows. */
    public static DataSource source() throws SQLException {
        try {
            return InitialContext.doLookup(DATA_SOURCE);
        } catch (NamingException e) {
            throw new SQLException(DATA_SOURCE + " is missing", e);
        }
    }

    @Override
    public void releaseConnection(String account, Connection connection) throws SQLException {
        connection.close();
    }

    @Override
    public void releaseAnyConnection(Connection connection) throws SQLException {
        connection.close();
    }

    /** A transaction keeps its connection to the end: one fence, drawn once. */
    @Override
    public boolean supportsAggressiveRelease() {
        return false;
    }

    @Override
    public boolean isUnwrappableAs(Class<?> type) {
        return type.isInstance(this);
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        return type.cast(this);
    }
}
