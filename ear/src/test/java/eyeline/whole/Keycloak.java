package eyeline.whole;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A real OpenID provider: Keycloak on the loopback interface with its database in memory, and the people of {@code keycloak/realm.json}. */
public final class Keycloak implements AutoCloseable {
    public static final String CLIENT = "eyeline";
    public static final String SECRET = "the-secret-of-the-tests";
    public static final String PASSWORD = "the-organisations-password";
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final long PAUSE_MILLIS = 200;

    private final Process process;
    private final int port;

    private Keycloak(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** The unpacked distribution is what {@code eyeline.keycloak} names (Maven's profile {@code oidc}). */
    public static Keycloak start() throws IOException, InterruptedException {
        var home = Path.of(System.getProperty("eyeline.keycloak"));
        var imports = Files.createDirectories(home.resolve("data").resolve("import"));
        try (var realm = Keycloak.class.getResourceAsStream("/keycloak/realm.json")) {
            Files.write(imports.resolve("realm.json"), realm.readAllBytes());
        }
        int port = freePort();
        var log = Product.target().resolve("keycloak.log").toFile();
        var command = new ProcessBuilder("sh", home.resolve("bin").resolve("kc.sh").toString(), "start-dev", "--import-realm", "--db=dev-mem",
                "--cache=local", "--http-host=127.0.0.1", "--http-port=" + port).redirectErrorStream(true).redirectOutput(log);
        command.environment().put("JAVA_HOME", System.getProperty("java.home"));
        command.environment().put("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx512m");
        var keycloak = new Keycloak(command.start(), port);
        try {
            keycloak.await();
        } catch (RuntimeException | InterruptedException e) {
            keycloak.close();
            throw e;
        }
        return keycloak;
    }

    /** The issuer. */
    public String address() {
        return "http://localhost:" + port + "/realms/eyeline";
    }

    private void await() throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException("Keycloak did not start; see " + Product.target().resolve("keycloak.log"));
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private boolean answers() throws InterruptedException {
        try {
            var configuration = HttpRequest.newBuilder(URI.create(address() + "/.well-known/openid-configuration"))
                    .timeout(Duration.ofSeconds(5)).build();
            return HttpClient.newHttpClient().send(configuration, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
