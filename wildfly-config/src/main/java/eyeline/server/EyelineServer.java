package eyeline.server;

import eyeline.operator.Migration;
import eyeline.operator.QuietLogging;
import eyeline.operator.StartRefused;
import eyeline.server.sample.Sample;
import eyeline.server.sample.SampleShop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import javax.sql.DataSource;

/**
 * The whole of Eyeline, running: embedded PostgreSQL, WildFly with the EAR and, if asked for, the sample, its shop and its relay. Made by
 * {@link #builder()}; {@link #close()} stops all of it, PostgreSQL last.
 */
public final class EyelineServer implements AutoCloseable {
    private final Builder how;
    private final Deque<Ending> endings = new ArrayDeque<>();
    private DataFolder data;
    private Database database;
    private LocalAuthority authority;
    private WildFly wildfly;
    private Readiness readiness;
    private Map<String, String> environment = Map.of();
    private boolean relays;
    private boolean closed;

    private EyelineServer(Builder how) {
        this.how = how;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** How to start: everything has a default but the server's home and the EAR. */
    public static final class Builder {
        private Path folder = Path.of("data");
        private Path binaries;
        private Path home = path("eyeline.home");
        private Path ear = path("eyeline.ear");
        private Ports ports;
        private boolean sample;
        private boolean relay;
        private int heapMegabytes = 768;
        private Boot boot = Boot.usual();
        private String publicAddress;
        private Consumer<String> progress = step -> { };
        private final Map<String, String> environment = new LinkedHashMap<>();
        private Consumer<DataSource> schema;

        private Builder() {
        }

        private static Path path(String property) {
            String value = System.getProperty(property);
            return value == null ? null : Path.of(value);
        }

        /** The folder in which everything is kept. */
        public Builder data(Path where) {
            folder = where;
            return this;
        }

        /** Where the programs of PostgreSQL are unpacked; in the data folder unless several installations share them. */
        public Builder binaries(Path where) {
            binaries = where;
            return this;
        }

        /** The provisioned WildFly ({@code wildfly-config/target/server}); else the system property {@code eyeline.home}. */
        public Builder home(Path where) {
            home = where;
            return this;
        }

        /** The EAR to deploy; else the system property {@code eyeline.ear}. */
        public Builder ear(Path file) {
            ear = file;
            return this;
        }

        /** The ports; without this call the documented ones, or what system properties choose. */
        public Builder ports(Ports chosen) {
            ports = chosen;
            return this;
        }

        /** Whether the sample is loaded and the sample shop started. */
        public Builder sample(boolean wanted) {
            sample = wanted;
            return this;
        }

        /** Whether coturn is started, where it is installed, and relays for the sample. */
        public Builder relay(boolean wanted) {
            relay = wanted;
            return this;
        }

        /** Where browsers reach Eyeline, without a slash at the end, where a proxy stands in front; without this call at its own port. */
        public Builder publicAddress(String address) {
            publicAddress = address;
            return this;
        }

        /** Who is told of each step. */
        public Builder progress(Consumer<String> listener) {
            progress = listener;
            return this;
        }

        /** A further variable of WildFly's environment. */
        public Builder environment(String name, String value) {
            environment.put(name, value);
            return this;
        }

        /** What makes the schema, with the role that owns it, instead of this release's migrations: that of another release. */
        public Builder schema(Consumer<DataSource> migration) {
            schema = migration;
            return this;
        }

        /** How large WildFly's heap may become. */
        public Builder heap(int megabytes) {
            heapMegabytes = megabytes;
            return this;
        }

        /** How WildFly is started, where that is not the usual way. */
        public Builder boot(Boot wanted) {
            boot = wanted;
            return this;
        }

        /** Starts everything and returns when it serves; what had been started is stopped again if that fails. */
        public EyelineServer start() throws StartRefused, IOException, InterruptedException {
            EyelineServer server = build();
            server.start();
            return server;
        }

        /** A server that has not been started, for a launcher that must be able to stop it half way. */
        EyelineServer build() throws StartRefused {
            QuietLogging.apply();
            if (ports == null) {
                ports = Ports.chosen();
            }
            return new EyelineServer(this);
        }
    }

    void start() throws StartRefused, IOException, InterruptedException {
        boolean up = false;
        try {
            startAll();
            up = true;
        } catch (GeneralSecurityException | SQLException e) {
            throw new IOException(e.getMessage(), e);
        } finally {
            if (!up) {
                close();
            }
        }
    }

    private void startAll() throws StartRefused, IOException, InterruptedException, GeneralSecurityException, SQLException {
        needed(how.home, "the provisioned server (eyeline.home)");
        needed(how.ear, "the EAR (eyeline.ear)");
        data = DataFolder.open(how.folder);
        started(data::close);
        Processes.endLeftovers(data.wildflyPid(), Coturn.pidFile(data.turn()), data.database());
        how.ports.refuseTaken();
        Files.createDirectories(data.log());
        Secrets secrets = Secrets.in(data.secrets());

        Process warden = Warden.post(data);
        started(() -> Warden.dismiss(warden));

        how.progress.accept(Files.exists(data.database()) ? "Starting PostgreSQL" : "Making a PostgreSQL database");
        startDatabase();
        started(() -> database.close());
        how.progress.accept("Migrating the schema");
        if (how.schema == null) {
            migrate();
        } else {
            how.schema.accept(database.owner());
        }

        how.progress.accept("Preparing keys and certificates");
        authority = LocalAuthority.in(data.tls(), secrets.keyStores(), Clock.systemUTC());
        KeyStoreFile shopKeys = authority.serverKeys("shop");
        environment = environment(secrets);

        if (how.sample) {
            how.progress.accept("Loading the sample");
            Sample.load(database.owner(), "https://localhost:" + how.ports.shop());
            SampleShop shop = SampleShop.start(how.ports.shop(), address(), shopKeys.load(), secrets.keyStores());
            started(shop::close);
        }
        if (how.relay) {
            startRelay(secrets);
        }

        how.progress.accept("Starting WildFly");
        put(how.home, how.ear, environment);
        wildfly.start();
        started(() -> wildfly.stop());
        readiness.await();
    }

    private void put(Path home, Path ear, Map<String, String> environment) throws IOException, GeneralSecurityException {
        wildfly = new WildFly(home, data, how.ports, how.heapMegabytes, environment, how.boot);
        wildfly.install(ear);
        readiness = new Readiness(wildfly, how.ports.https(), authority.certificate());
    }

    private void startRelay(Secrets secrets)
            throws StartRefused, IOException, InterruptedException, GeneralSecurityException, SQLException {
        if (Coturn.program().isEmpty()) {
            how.progress.accept("No relay: coturn is not installed (Debian: apt-get install coturn)");
            Sample.withoutRelay(database.owner(), secrets.turn());
            return;
        }
        how.progress.accept("Starting coturn");
        Coturn coturn = coturn(data.turn(), data.log().resolve("coturn.log"), how.ports.turn(), secrets.turn(), Coturn.FOR_THIS_MACHINE);
        started(coturn::close);
        relays = true;
        Sample.withRelay(database.owner(), coturn.port(), secrets.turn());
    }

    /**
     * A coturn of its own on the loopback interface, started, with a certificate of the local authority. {@code more}: further lines of
     * its configuration.
     */
    public Coturn coturn(Path folder, Path log, int port, String secret, String... more)
            throws StartRefused, IOException, InterruptedException, GeneralSecurityException {
        return Coturn.start(folder, log, port, secret, authority.serverKeys("turn"), more);
    }

    private static void needed(Path file, String what) throws StartRefused {
        if (file == null || !Files.exists(file)) {
            throw new StartRefused("Cannot find " + what + (file == null ? "." : " at " + file.toAbsolutePath() + "."));
        }
    }

    private Map<String, String> environment(Secrets secrets) throws IOException, GeneralSecurityException {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("EYELINE_DB_URL", database.url());
        variables.put("EYELINE_DB_USER", Database.APPLICATION);
        variables.put("EYELINE_DB_PASSWORD", secrets.databaseApplication());
        variables.put("EYELINE_TLS_KEYSTORE", authority.serverKeys("server").path().toString());
        variables.put("EYELINE_TLS_PASSWORD", secrets.keyStores());
        variables.put("EYELINE_SIGNING_KEYSTORE", SigningKey.in(data.tls(), secrets.keyStores()).path().toString());
        variables.put("EYELINE_SIGNING_PASSWORD", secrets.keyStores());
        variables.put("EYELINE_TRUSTED_AUTHORITY", authority.pem().toString());
        variables.putAll(how.environment);
        return Collections.unmodifiableMap(variables);
    }

    public int httpsPort() {
        return how.ports.https();
    }

    public int shopPort() {
        return how.ports.shop();
    }

    /** The port of the relay that was started with the sample; none if it was not. */
    public OptionalInt turnPort() {
        return relays ? OptionalInt.of(how.ports.turn()) : OptionalInt.empty();
    }

    public int httpPort() {
        return how.ports.http();
    }

    public int managementPort() {
        return how.ports.management();
    }

    /** {@code https://localhost:<port>}, or where the proxy in front is; without a slash at the end. */
    public String address() {
        return how.publicAddress == null ? "https://localhost:" + httpsPort() : how.publicAddress;
    }

    /** The origin of the sample shop, without a slash at the end. */
    public String shopAddress() {
        return "https://localhost:" + shopPort();
    }

    /** Connections with the role that owns the schema. */
    public DataSource ownerDataSource() {
        return database.owner();
    }

    /** Connections with the role that the application has. */
    public DataSource applicationDataSource() {
        return database.application();
    }

    /** The local authority's certificate, by which both servers are vouched for. */
    public X509Certificate caCertificate() {
        return authority.certificate();
    }

    /** The same certificate as a PEM file. */
    public Path caFile() {
        return authority.pem();
    }

    /** A TLS context for clients that trusts the local authority and nothing else. */
    public SSLContext clientTls() throws GeneralSecurityException, IOException {
        return Readiness.trusting(authority.certificate());
    }

    /** Chain and key for {@code localhost} as PEM, vouched for by the local authority: for another program that speaks for this server. */
    public String pem(String name) throws IOException, GeneralSecurityException {
        return authority.serverKeys(name).pem();
    }

    /** What WildFly and Eyeline have logged. */
    public Path logFile() {
        return wildfly.logFile();
    }

    /** The folder of all logs: WildFly's, its console's, PostgreSQL's. */
    public Path logFolder() {
        return data.log();
    }

    /** The folder in which everything is kept. */
    public Path dataFolder() {
        return data.root();
    }

    /** What WildFly's environment has beside this process's own, passwords among it: for another server on the same database. */
    public Map<String, String> environment() {
        return environment;
    }

    /** The process id of WildFly's JVM, for a heap dump. */
    public long pid() {
        return wildfly.process().pid();
    }

    /** Kills WildFly at once (SIGKILL); PostgreSQL and the shop go on. */
    public void kill() throws InterruptedException {
        wildfly.kill();
    }

    /** Stops PostgreSQL alone: whoever needs it finds it away. */
    public void stopDatabase() throws IOException {
        database.close();
    }

    /** Starts PostgreSQL, again after {@link #stopDatabase()}, on the same data and port. */
    public void startDatabase() throws IOException, SQLException {
        Path binaries = how.binaries == null ? data.binaries() : how.binaries;
        database = Database.start(data.database(), binaries, data.log().resolve("postgresql.log"), how.ports.database(), Secrets.in(data.secrets()));
    }

    /** Starts WildFly again, after {@link #kill()} or while it runs, and returns when it serves. */
    public void restart() throws StartRefused, IOException, InterruptedException {
        wildfly.stop();
        wildfly.start();
        readiness.await();
    }

    /** Brings the schema to the version of this release, also while the server runs. */
    public void migrate() throws StartRefused {
        Migration.run(database.owner(), Database.APPLICATION);
    }

    /** Ends the server and starts another release's on the same data, as an upgrade does; returns when it serves. */
    public void exchange(Path home, Path ear) throws StartRefused, IOException, InterruptedException, GeneralSecurityException {
        needed(home, "the other release's server");
        needed(ear, "the other release's EAR");
        wildfly.stop();
        put(home, ear, environment(Secrets.in(data.secrets())));
        wildfly.start();
        readiness.await();
    }

    /** Returns when WildFly has ended, whoever ended it. */
    public int awaitEnd() throws InterruptedException {
        return wildfly.process().waitFor();
    }

    /** Stops everything in the reverse order of its start. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        for (Ending ending = next(); ending != null; ending = next()) {
            try {
                ending.run();
            } catch (IOException | RuntimeException e) {
                how.progress.accept("Not everything could be stopped: " + e.getMessage());
            }
        }
    }

    private synchronized Ending next() {
        return endings.poll();
    }

    /** Notes how to stop what has just been started; at once if everything is being stopped already. */
    private void started(Ending ending) throws IOException {
        synchronized (this) {
            if (!closed) {
                endings.push(ending);
                return;
            }
        }
        ending.run();
        throw new IOException("stopped while it was starting");
    }

    private interface Ending {
        void run() throws IOException;
    }
}
