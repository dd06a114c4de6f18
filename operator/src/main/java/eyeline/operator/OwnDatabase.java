package eyeline.operator;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import javax.sql.DataSource;
import org.postgresql.Driver;
import org.postgresql.ds.PGSimpleDataSource;

/** A database of one's own, as operators name it in the environment. */
public final class OwnDatabase {
    private static final String STANDARD_URL = "jdbc:postgresql://localhost:5432/eyeline";
    private static final String STANDARD_ROLE = "eyeline_app";
    private static final int PATIENCE_SECONDS = 10;
    private static final List<String> SECRETS = List.of("password", "sslpassword");

    private OwnDatabase() {
    }

    /** As the role that owns the schema. */
    public static DataSource owner(Settings settings) throws StartRefused {
        return data(settings.need("EYELINE_DB_URL"), settings.need("EYELINE_DB_OWNER"), settings.need("EYELINE_DB_OWNER_PASSWORD"));
    }

    /** As the role that the server has. */
    public static DataSource application(Settings settings) throws StartRefused {
        return data(url(settings), applicationRole(settings), settings.need("EYELINE_DB_PASSWORD"));
    }

    /** As a superuser, in the database that every cluster has. */
    public static DataSource superuser(Settings settings) throws StartRefused {
        PGSimpleDataSource data = data(url(settings), settings.need("EYELINE_DB_SUPERUSER"), settings.need("EYELINE_DB_SUPERUSER_PASSWORD"));
        data.setDatabaseName("postgres");
        return data;
    }

    public static String applicationRole(Settings settings) throws StartRefused {
        String role = settings.orElse("EYELINE_DB_USER", STANDARD_ROLE);
        if (!role.matches("[A-Za-z_][A-Za-z0-9_]{0,62}")) {
            throw new StartRefused("EYELINE_DB_USER is no name of a role that Eyeline takes: letters, digits and _, 63 at most, no digit first.");
        }
        return role;
    }

    public static String url(Settings settings) throws StartRefused {
        return settings.orElse("EYELINE_DB_URL", STANDARD_URL);
    }

    /** {@code host:port/database}: what may be shown of the address. */
    public static String shown(String url) throws StartRefused {
        Properties parts = parts(url);
        return parts.getProperty("PGHOST") + ":" + parts.getProperty("PGPORT") + "/" + parts.getProperty("PGDBNAME");
    }

    /** The address taken to pieces as the driver does it. Refused if it is none, or has a password in it. */
    public static Properties parts(String url) throws StartRefused {
        Properties parts = url.startsWith("jdbc:postgresql:") ? Driver.parseURL(url, null) : null;
        if (parts == null) {
            throw new StartRefused("EYELINE_DB_URL is no JDBC address of PostgreSQL, such as jdbc:postgresql://db.example.org:5432/eyeline?sslmode=verify-full");
        }
        if (SECRETS.stream().anyMatch(secret -> url.toLowerCase(Locale.ROOT).matches(".*[?&]" + secret + "=.*"))) {
            throw new StartRefused("EYELINE_DB_URL has a password in it, which logs may show. Take it out: passwords have variables of their own.");
        }
        return parts;
    }

    /** Tries once whether the database answers; refused in words if not. */
    public static void reach(DataSource database) throws StartRefused, SQLException {
        try (Connection once = database.getConnection()) {
            if (!once.isValid(PATIENCE_SECONDS)) {
                throw new StartRefused("The database took the connection and does not answer. See PostgreSQL's log.");
            }
        }
    }

    private static PGSimpleDataSource data(String url, String user, String password) throws StartRefused {
        parts(url);
        PGSimpleDataSource data = new PGSimpleDataSource();
        data.setUrl(url);
        data.setUser(user);
        data.setPassword(password);
        data.setApplicationName("eyeline");
        data.setConnectTimeout(PATIENCE_SECONDS);
        data.setLoginTimeout(PATIENCE_SECONDS);
        return data;
    }
}
