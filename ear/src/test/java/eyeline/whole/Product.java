package eyeline.whole;

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

    private Product(EyelineServer server) throws GeneralSecurityException, IOException {
        this.server = server;
        trust = server.clientTls();
        api = new Api(URI.create(server.address()), trust);
        pinging = new PingOnlyClient(api);
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

    private static Product start(Consumer<EyelineServer.Builder> more) {
        var before = System.nanoTime();
        try {
            var builder = EyelineServer.builder();
            more.accept(builder);
            var product = new Product(builder
                    .data(target().resolve("product").resolve(UUID.randomUUID().toString()))
                    .binaries(target().resolve("postgresql-binaries"))
                    .home(Path.of(System.getProperty("eyeline.server.home")))
                    .ear(Path.of(System.getProperty("eyeline.ear")))
                    .ports(Ports.free()).sample(true).start());
            System.out.printf("Eyeline for the tests is up at %s after %d ms; its log is %s%n", product.api.origin(),
                    Duration.ofNanos(System.nanoTime() - before).toMillis(), product.log());
            return product;
        } catch (Exception e) {
            throw new IllegalStateException("Eyeline did not start for the tests: " + e.getMessage(), e);
        }
    }

    /** The build folder, where everything goes that a test leaves behind. */
    public static Path target() {
        return Path.of(System.getProperty("eyeline.target"));
    }

    public Api api() {
        return api;
    }

    /** Eyeline's own origin, without a slash at the end. */
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

    /** What the management port answers, on this machine alone. */
    public String management(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + server.managementPort() + path)).build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    public SSLContext trust() {
        return trust;
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

    /** SIGKILL for WildFly; PostgreSQL and the shop go on. */
    public void kill() throws InterruptedException {
        server.kill();
    }

    /** Starts WildFly again on the same data. */
    public void restart() throws Exception {
        server.restart();
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
        pinging.close();
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
