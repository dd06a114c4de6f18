package eyeline.whole;

import eyeline.server.Boot;
import eyeline.server.Coturn;
import eyeline.server.EyelineServer;
import eyeline.server.Ports;
import eyeline.whole.wire.Api;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;

/** Eyeline as people run it, with the sample and its shop, on free ports and in a data folder of its own. */
public final class Product implements AutoCloseable {
    private final EyelineServer server;
    private final SSLContext trust;
    private final Api api;
    private final PingOnlyClient pinging;

    private Product(EyelineServer server, boolean pinging) throws GeneralSecurityException, IOException {
        this.server = server;
        trust = server.clientTls();
        api = new Api(URI.create(server.address()), trust);
        this.pinging = pinging ? new PingOnlyClient(api) : null;
    }

    /** Starts it; says how long that took. */
    static Product start() {
        return start(Map.of());
    }

    /** One with more in its environment. */
    public static Product start(Map<String, String> environment) {
        return start(builder -> environment.forEach(builder::environment));
    }

    /** One whose heap may become so large and no larger. */
    public static Product startWithHeap(int megabytes) {
        return start(builder -> builder.heap(megabytes));
    }

    /** One on another home than the provisioned server's, in a data folder of a test's choice, which browsers will reach by a proxy at this address. */
    public static Product startBehind(String publicAddress, Path home, Path data, Map<String, String> environment) {
        return start(false, builder -> {
            environment.forEach(builder::environment);
            builder.home(home).data(data).publicAddress(publicAddress);
        });
    }

    /** One on a WildFly of the test's own. */
    public static Product startOn(Path home, Boot boot, Map<String, String> environment) {
        return start(builder -> {
            builder.home(home).boot(boot);
            environment.forEach(builder::environment);
        });
    }

    /** One that is not as usual; {@code more} has the last word. */
    public static Product start(Consumer<EyelineServer.Builder> more) {
        return start(true, more);
    }

    private static Product start(boolean pinging, Consumer<EyelineServer.Builder> more) {
        var before = System.nanoTime();
        try {
            var builder = EyelineServer.builder()
                    .data(target().resolve("product").resolve(UUID.randomUUID().toString()))
                    .binaries(target().resolve("postgresql-binaries"))
                    .home(home()).ear(ear()).ports(Ports.free()).sample(true);
            more.accept(builder);
            var product = new Product(builder.start(), pinging);
            System.out.printf("Eyeline for the tests is up at %s after %d ms; its log is %s%n", product.api.origin(),
                    Duration.ofNanos(System.nanoTime() - before).toMillis(), product.log());
            return product;
        } catch (Exception e) {
            throw new IllegalStateException("Eyeline did not start for the tests: " + e.getMessage(), e);
        }
    }

    /** This release's server. */
    public static Path home() {
        return Path.of(System.getProperty("eyeline.server.home"));
    }

    /** This release. */
    public static Path ear() {
        return Path.of(System.getProperty("eyeline.ear"));
    }

    /** The build folder, where everything goes that a test leaves behind. */
    public static Path target() {
        return Path.of(System.getProperty("eyeline.target"));
    }

    public Api api() {
        return api;
    }

    /** Eyeline's own origin, with the path below which it is if a test has chosen one; without a slash at the end. */
    public String origin() {
        return server.address();
    }

    /** The sample shop's origin, without a slash at the end. */
    public String shop() {
        return server.shopAddress();
    }

    public int httpsPort() {
        return server.httpsPort();
    }

    public int plainPort() {
        return server.httpPort();
    }

    public int managementPort() {
        return server.managementPort();
    }

    /** Where WildFly keeps its configuration while it runs. */
    public Path configurationFolder() {
        return server.dataFolder().resolve("wildfly").resolve("configuration");
    }

    /** What the management port answers, on this machine alone. */
    public String management(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + server.managementPort() + path)).build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    public SSLContext trust() {
        return trust;
    }

    /** The local authority's certificate as a PEM file. */
    public Path authority() {
        return server.caFile();
    }

    /** The database as the owner of the schema sees it. */
    public Sql owner() {
        return new Sql(server.ownerDataSource());
    }

    /** The database as the application sees it. */
    public Sql application() {
        return new Sql(server.applicationDataSource());
    }

    /** What WildFly and Eyeline have logged. */
    public Path log() {
        return server.logFile();
    }

    public Path logFolder() {
        return server.logFolder();
    }

    /** What Eyeline finds in its environment, for another server on the same database. */
    public Map<String, String> environment() {
        return server.environment();
    }

    /** The process id of WildFly's JVM. */
    public long pid() {
        return server.pid();
    }

    /** A client that has only sent pings since the product is up. */
    public PingOnlyClient pinging() {
        return pinging;
    }

    /** A TURN server of a test's own, started, with a certificate of the local authority. */
    public Coturn coturn(Path folder, Path log, int port, String secret, String... more) throws Exception {
        return server.coturn(folder, log, port, secret, more);
    }

    /** Chain and key of a program that stands in front of this server, as one PEM text. */
    public String pem(String name) throws Exception {
        return server.pem(name);
    }

    /** SIGKILL for WildFly; PostgreSQL and the shop go on. */
    public void kill() throws InterruptedException {
        server.kill();
    }

    /** Starts WildFly again on the same data. */
    public void restart() throws Exception {
        server.restart();
    }

    /** Brings the schema to the version of this release. */
    public void migrate() throws Exception {
        server.migrate();
    }

    /** Ends WildFly and starts another release's on the same data. */
    public void exchange(Path home, Path ear) throws Exception {
        server.exchange(home, ear);
    }

    /** PostgreSQL goes away; everything else goes on. */
    public void loseDatabase() throws IOException {
        server.stopDatabase();
    }

    /** PostgreSQL is back, with everything that was committed. */
    public void findDatabase() throws Exception {
        server.startDatabase();
    }

    @Override
    public void close() throws IOException {
        if (pinging != null) {
            pinging.close();
        }
        keepLog();
        server.close();
    }

    private void keepLog() throws IOException {
        var kept = target().resolve("server.log");
        if (Files.exists(log())) {
            Files.copy(log(), kept, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
