package eyeline.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The embedded PostgreSQL: a real one, durable, reachable on the loopback interface alone and only with a password. The owner of
 * the schema and the application have a role each.
 */
final class Database implements AutoCloseable {
    static final String NAME = "eyeline";
    static final String OWNER = "eyeline_owner";
    static final String APPLICATION = "eyeline_app";
    private static final String ADMIN = "postgres";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String ACCESS = """
            # Written at every start: passwords only, loopback only.
            host all all 127.0.0.1/32 scram-sha-256
            host all all ::1/128      scram-sha-256
            """;

    private final EmbeddedPostgres server;
    private final int port;
    private final Path folder;
    private final Secrets secrets;

    private Database(EmbeddedPostgres server, int port, Path folder, Secrets secrets) {
        this.server = server;
        this.port = port;
        this.folder = folder;
        this.secrets = secrets;
    }

    static Database start(Path folder, Path binaries, Path log, int port, Secrets secrets) throws IOException, SQLException {
        Path passwordFile = folder.resolveSibling("initdb-password");
        if (!Files.exists(folder.resolve("postgresql.conf"))) {
            PrivateFiles.write(passwordFile, secrets.databaseAdmin().getBytes(StandardCharsets.US_ASCII));
        }
        try {
            EmbeddedPostgres server = builder(passwordFile)
                    .setDataDirectory(folder).setOverrideWorkingDirectory(binaries.toFile()).setPort(port)
                    .setConnectConfig("password", secrets.databaseAdmin())
                    .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            Database database = new Database(server, port, folder, secrets);
            database.prepareRoles();
            return database;
        } finally {
            Files.deleteIfExists(passwordFile);
        }
    }

    private static EmbeddedPostgres.Builder builder(Path passwordFile) {
        return EmbeddedPostgres.builder()
                .setCleanDataDirectory(false).setRegisterShutdownHook(false).setPGStartupWait(PATIENCE)
                .setLocaleConfig("pwfile", passwordFile.toString())
                .setLocaleConfig("locale", "C").setLocaleConfig("locale-provider", "builtin").setLocaleConfig("builtin-locale", "C.UTF-8")
                .setDataDirectoryCustomizer(Database::writeAccess)
                // The library is made for tests and switches durability off; this database keeps what people were told.
                .setServerConfig("fsync", "on").setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "60").setServerConfig("listen_addresses", "localhost")
                .setServerConfig("unix_socket_directories", "''").setServerConfig("password_encryption", "scram-sha-256")
                .setServerConfig("log_min_error_statement", "panic").setServerConfig("log_parameter_max_length", "0");
    }

    private static void writeAccess(File folder) {
        try {
            Files.writeString(folder.toPath().resolve("pg_hba.conf"), ACCESS, StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void prepareRoles() throws SQLException {
        try (Connection connection = data(ADMIN, secrets.databaseAdmin(), "postgres").getConnection();
                Statement statement = connection.createStatement()) {
            role(statement, OWNER, secrets.databaseOwner());
            role(statement, APPLICATION, secrets.databaseApplication());
            if (!exists(statement, "select 1 from pg_database where datname = '" + NAME + "'")) {
                statement.execute("create database " + NAME + " owner " + OWNER);
                statement.execute("revoke all on database " + NAME + " from public");
                statement.execute("grant connect on database " + NAME + " to " + APPLICATION);
            }
        }
    }

    private static void role(Statement statement, String name, String password) throws SQLException {
        if (!exists(statement, "select 1 from pg_roles where rolname = '" + name + "'")) {
            statement.execute("create role " + name + " login password '" + password + "'");
        }
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    String url() {
        return "jdbc:postgresql://localhost:" + port + "/" + NAME;
    }

    /** The role that owns the schema and migrates it. */
    DataSource owner() {
        return data(OWNER, secrets.databaseOwner(), NAME);
    }

    /** The role that the application has. */
    DataSource application() {
        return data(APPLICATION, secrets.databaseApplication(), NAME);
    }

    Path folder() {
        return folder;
    }

    private PGSimpleDataSource data(String user, String password, String name) {
        PGSimpleDataSource data = new PGSimpleDataSource();
        data.setServerNames(new String[] {"localhost"});
        data.setPortNumbers(new int[] {port});
        data.setDatabaseName(name);
        data.setUser(user);
        data.setPassword(password);
        data.setApplicationName("eyeline-launcher");
        return data;
    }

    @Override
    public void close() throws IOException {
        if (Files.exists(folder.resolve("postmaster.pid"))) {
            server.close();
        }
    }
}
