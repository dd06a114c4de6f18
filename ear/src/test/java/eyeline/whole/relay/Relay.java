package eyeline.whole.relay;

import eyeline.server.Coturn;
import eyeline.whole.Debian;
import eyeline.whole.Product;
import eyeline.whole.wire.Body;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.UUID;

/** A real TURN server (coturn) with the configuration of production, on ports of its own; installed if missing, where that may be. */
public final class Relay implements AutoCloseable {
    private final Coturn coturn;
    private final String secret;
    private final int secondPort;

    private Relay(Coturn coturn, String secret, int secondPort) {
        this.coturn = coturn;
        this.secret = secret;
        this.secondPort = secondPort;
    }

    /** One that relays on the loopback interface. */
    public static Relay on(Product product) {
        return start(product, "allow-loopback-peers", "allowed-peer-ip=127.0.0.1");
    }

    /** One with further lines of configuration instead. */
    static Relay start(Product product, String... more) {
        if (Coturn.program().isEmpty()) {
            Debian.install("coturn");
        }
        if (Coturn.program().isEmpty()) {
            throw new IllegalStateException("The tests of relayed calls need coturn (Debian: apt-get install coturn).");
        }
        var secret = "secret-" + UUID.randomUUID();
        var secondPort = freePort();
        var lines = new String[more.length + 1];
        System.arraycopy(more, 0, lines, 0, more.length);
        lines[more.length] = "aux-server=127.0.0.1:" + secondPort;
        try {
            var folder = Files.createDirectories(Product.target().resolve("coturn")).resolve(UUID.randomUUID().toString());
            return new Relay(product.coturn(folder, folder.resolveSibling(folder.getFileName() + ".log"), freePort(), secret, lines),
                    secret, secondPort);
        } catch (Exception e) {
            throw new IllegalStateException("coturn did not start for the tests: " + e.getMessage(), e);
        }
    }

    /** A port that nobody listens on, by TCP or by UDP. */
    static int freePort() {
        try (var tcp = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var udp = new DatagramSocket(tcp.getLocalPort(), InetAddress.getLoopbackAddress())) {
            return udp.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return coturn.port();
    }

    public String secret() {
        return secret;
    }

    public String udp() {
        return "turn:127.0.0.1:" + port() + "?transport=udp";
    }

    public String tcp() {
        return "turn:127.0.0.1:" + port() + "?transport=tcp";
    }

    public String tls() {
        return "turns:localhost:" + port() + "?transport=tcp";
    }

    /** TLS on a second port of the same server, as 443 beside 5349. */
    public String secondTls() {
        return "turns:localhost:" + secondPort + "?transport=tcp";
    }

    /** An entry of the settings' {@code iceServers} with the right secret. */
    public JsonObject server(String url) {
        return server(url, secret);
    }

    public static JsonObject server(String url, String secret) {
        return Body.of("url", url, "credential", "SHARED_SECRET", "secret", secret);
    }

    /** An entry with a credential that was good until a minute ago. */
    public JsonObject expired(String url) {
        var username = (System.currentTimeMillis() / 1000 - 60) + ":somebody";
        return Body.of("url", url, "credential", "FIXED", "username", username, "secret", TurnRest.password(secret, username));
    }

    /** At once, with all that it relays. */
    public void kill() throws InterruptedException {
        coturn.kill();
    }

    @Override
    public void close() throws IOException {
        coturn.close();
    }
}
