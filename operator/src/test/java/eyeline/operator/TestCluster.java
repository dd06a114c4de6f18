package eyeline.operator;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** One embedded PostgreSQL for the tests of this module, with passwords; each test has a database and roles of its own in it. */
public final class TestCluster {
    public static final String SECRET = "sesame-that-nobody-may-see";
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final String OWNER = "eyeline_owner";
    private static final String APPLICATION = "eyeline_app";
    private static EmbeddedPostgres shared;
    private static Made migrated;

    private TestCluster() {
    }

    /** A database made as docs/operations/configure.md says, and what the environment says of it. */
    public record Made(String name, Map<String, String> environment) {
        public Settings settings() {
            return Settings.of(environment);
        }

        /** The same with one variable more, or another value. */
        public Map<String, String> with(String variable, String value) {
            Map<String, String> changed = new HashMap<>(environment);
            changed.put(variable, value);
            return changed;
        }

        public void asOwner(String sql) throws Exception {
            try (Connection connection = OwnDatabase.owner(settings()).getConnection(); Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }

        /** Rows of one column. */
        public List<String> rows(String query) throws Exception {
            List<String> found = new ArrayList<>();
            try (Connection connection = OwnDatabase.owner(settings()).getConnection(); Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(query)) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        }

        public String owner() {
            return OWNER;
        }

        public String application() {
            return APPLICATION;
        }
    }

    /** An empty database. */
    public static Made empty() throws Exception {
        return made("");
    }

    /** A database with the schema in it: a copy of one that was migrated once. */
    public static synchronized Made migrated() throws Exception {
        if (migrated == null) {
            migrated = empty();
            Migration.run(OwnDatabase.owner(migrated.settings()), APPLICATION);
        }
        return made(" template " + migrated.name());
    }

    private static Made made(String how) throws Exception {
        Made made = named("eyeline_" + DATABASES.incrementAndGet());
        asSuperuser("create database " + made.name() + how + " owner " + OWNER, "revoke all on database " + made.name() + " from public",
                "grant connect on database " + made.name() + " to " + APPLICATION);
        return made;
    }

    /** What the environment says of a database that is not there. */
    public static Made named(String name) throws IOException {
        return new Made(name, Map.of("EYELINE_DB_URL", "jdbc:postgresql://localhost:" + cluster().getPort() + "/" + name,
                "EYELINE_DB_OWNER", OWNER, "EYELINE_DB_OWNER_PASSWORD", SECRET,
                "EYELINE_DB_USER", APPLICATION, "EYELINE_DB_PASSWORD", SECRET));
    }

    public static void asSuperuser(String... statements) throws IOException, SQLException {
        try (Connection connection = cluster().getPostgresDatabase(Map.of("password", SECRET)).getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    static synchronized EmbeddedPostgres cluster() throws IOException {
        if (shared == null) {
            shared = another();
            role(OWNER);
            role(APPLICATION);
        }
        return shared;
    }

    /** A cluster without a role but the superuser, and without a database of Eyeline. */
    public static EmbeddedPostgres another() throws IOException {
        QuietLogging.apply();
        Path target = Path.of("target").toAbsolutePath();
        Path password = Files.writeString(target.resolve("initdb-password"), SECRET);
        return EmbeddedPostgres.builder().setOverrideWorkingDirectory(target.resolve("postgresql-binaries").toFile())
                .setLocaleConfig("pwfile", password.toString()).setLocaleConfig("locale", "C").setConnectConfig("password", SECRET)
                .setServerConfig("unix_socket_directories", "''").setServerConfig("listen_addresses", "localhost")
                .setDataDirectoryCustomizer(TestCluster::passwords).start();
    }

    /** A role with the one password. */
    public static void role(String name) throws IOException {
        try {
            asSuperuser("create role " + name + " login password '" + SECRET + "'");
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private static void passwords(File folder) {
        try {
            Files.writeString(folder.toPath().resolve("pg_hba.conf"), "host all all all scram-sha-256\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
