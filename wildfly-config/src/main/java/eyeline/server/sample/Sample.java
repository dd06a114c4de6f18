package eyeline.server.sample;

import eyeline.core.user.PasswordHash;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Two accounts with people to try Eyeline with. Loading it again changes nothing but the shop's origin. */
public final class Sample {
    public static final String ACCOUNT = "10000001";
    public static final String OTHER_ACCOUNT = "10000002";
    /** Where the operators of an installation live. */
    public static final String OPERATORS = "0";
    public static final String PASSWORD = "sample-Eyeline-1";

    private Sample() {
    }

    /** Loads the sample with the role that owns the schema, and allows the window on the shop's origin. */
    public static void load(DataSource owner, String shopOrigin) throws SQLException, IOException {
        try (Connection connection = owner.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute(script());
            }
            givePasswords(connection);
            allowOrigin(connection, shopOrigin);
            connection.commit();
        }
    }

    /** Points the sample's first account at this relay, unless somebody has given it servers of its own. */
    public static void withRelay(DataSource owner, int port, String secret) throws SQLException {
        withoutRelay(owner, secret);
        String insert = """
                insert into ice_server (account_id, position, url, credential, secret)
                select ?, ordinality - 1, 'turn' || url, 'SHARED_SECRET', ?
                from unnest(array[':127.0.0.1:%1$d?transport=udp', ':localhost:%1$d?transport=tcp', 's:localhost:%1$d?transport=tcp'])
                    with ordinality as relay (url)
                where not exists (select from ice_server where account_id = ?)""".formatted(port);
        try (Connection connection = owner.getConnection(); PreparedStatement add = connection.prepareStatement(insert)) {
            add.setString(1, ACCOUNT);
            add.setString(2, secret);
            add.setString(3, ACCOUNT);
            add.executeUpdate();
        }
    }

    /** The relay is not there: the sample does without what an earlier start has pointed at it. */
    public static void withoutRelay(DataSource owner, String secret) throws SQLException {
        String delete = "delete from ice_server where account_id = ? and secret = ?";
        try (Connection connection = owner.getConnection(); PreparedStatement drop = connection.prepareStatement(delete)) {
            drop.setString(1, ACCOUNT);
            drop.setString(2, secret);
            drop.executeUpdate();
        }
    }

    /** The script leaves the hash empty: it is computed here, so that no hash stands in the sources. */
    private static void givePasswords(Connection connection) throws SQLException {
        String missing = "update app_user set password_hash = ? where password_hash = '' and account_id in (?, ?, ?)";
        try (PreparedStatement update = connection.prepareStatement(missing)) {
            update.setString(1, PasswordHash.of(PASSWORD).stored());
            update.setString(2, ACCOUNT);
            update.setString(3, OTHER_ACCOUNT);
            update.setString(4, OPERATORS);
            update.executeUpdate();
        }
    }

    private static void allowOrigin(Connection connection, String origin) throws SQLException {
        String allow = "insert into account_origin (account_id, origin) values (?, ?) on conflict do nothing";
        try (PreparedStatement insert = connection.prepareStatement(allow)) {
            insert.setString(1, ACCOUNT);
            insert.setString(2, origin);
            insert.executeUpdate();
        }
    }

    private static String script() throws IOException {
        try (InputStream in = Sample.class.getResourceAsStream("sample.sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
