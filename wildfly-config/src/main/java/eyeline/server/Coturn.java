package eyeline.server;

import eyeline.operator.StartRefused;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * coturn as a child process on the loopback interface, for trying and testing relayed calls: the configuration of production
 * ({@code wildfly-config/src/main/coturn/turnserver.conf}) with ports, addresses, secret and certificate of its own.
 */
public final class Coturn implements AutoCloseable {
    private static final List<Path> PLACES = List.of(Path.of("/usr/bin/turnserver"), Path.of("/usr/sbin/turnserver"),
            Path.of("/usr/local/bin/turnserver"), Path.of("/opt/homebrew/bin/turnserver"));
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** turnadmin cannot be told where to log. */
    private static final Pattern ADMIN_LOG = Pattern.compile("log file opened: (\\S+)");
    private static final long PAUSE_MILLIS = 20;
    private static final String LOOPBACK = "127.0.0.1";

    /** It relays between the participants of this machine, and to no other peer. */
    static final String[] FOR_THIS_MACHINE = {"allow-loopback-peers", "allowed-peer-ip=" + LOOPBACK};

    private final Path folder;
    private final Path log;
    private final int port;
    private Process process;

    private Coturn(Path folder, Path log, int port) {
        this.folder = folder;
        this.log = log;
        this.port = port;
    }

    /** The program, where it is installed. */
    public static Optional<Path> program() {
        return PLACES.stream().filter(Files::isExecutable).findFirst();
    }

    /**
     * Starts it. UDP, TCP and TLS are served on the same port. {@code more}: further lines of its configuration.
     */
    static Coturn start(Path folder, Path log, int port, String secret, KeyStoreFile keys, String... more)
            throws IOException, GeneralSecurityException, InterruptedException, StartRefused {
        PrivateFiles.folder(folder);
        Coturn coturn = new Coturn(folder, log, port);
        PrivateFiles.write(folder.resolve("turn.pem"), keys.pem().getBytes(StandardCharsets.US_ASCII));
        PrivateFiles.write(folder.resolve("turnserver.conf"), coturn.configuration(secret, more).getBytes(StandardCharsets.UTF_8));
        coturn.makeDatabase();
        coturn.restart();
        return coturn;
    }

    /**
     * Makes the tables of its database, which has nothing for us. Left to itself, coturn makes them at the first log-in, in each of its
     * threads, and who comes while another thread does so is refused as if the secret were wrong.
     */
    private void makeDatabase() throws IOException, InterruptedException, StartRefused {
        Process admin = new ProcessBuilder(installed().resolveSibling("turnadmin").toString(), "-S", "-b", database().toString(), "-r", "localhost")
                .directory(folder.toFile()).redirectErrorStream(true).start();
        String said = new String(admin.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher opened = ADMIN_LOG.matcher(said);
        if (opened.find()) {
            Files.deleteIfExists(Path.of(opened.group(1)));
        }
        if (admin.waitFor() != 0) {
            throw new StartRefused("coturn could not make its database " + database() + ": " + said.strip());
        }
    }

    private Path database() {
        return folder.resolve("turn.sqlite");
    }

    private static Path installed() throws StartRefused {
        return program().orElseThrow(() -> new StartRefused("coturn is not installed (Debian: apt-get install coturn)."));
    }

    private String configuration(String secret, String... more) throws IOException {
        List<String> own = new ArrayList<>(List.of("", "# --- this machine alone ---",
                "static-auth-secret=" + secret, "realm=localhost",
                "cert=" + folder.resolve("turn.pem"), "pkey=" + folder.resolve("turn.pem"),
                "listening-ip=" + LOOPBACK, "relay-ip=" + LOOPBACK,
                "listening-port=" + port, "tls-listening-port=" + port,
                "pidfile=" + pidFile(folder), "userdb=" + database()));
        own.addAll(List.of(more));
        return production() + String.join("\n", own) + "\n";
    }

    /** The configuration for production, as it is in the sources. */
    public static String production() throws IOException {
        try (InputStream in = Coturn.class.getResourceAsStream("coturn/turnserver.conf")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static Path pidFile(Path folder) {
        return folder.resolve("coturn.pid");
    }

    /** Starts it, for the first time or again after {@link #kill()}, and returns when it serves. */
    public void restart() throws IOException, InterruptedException, StartRefused {
        process = new ProcessBuilder(installed().toString(), "-c", folder.resolve("turnserver.conf").toString()).directory(folder.toFile())
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())).start();
        process.getOutputStream().close();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!serves()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                process.destroyForcibly();
                throw new StartRefused("coturn did not start; the reason stands in " + log + ".");
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    /** It listens with its last thread up: the line comes after all listeners. */
    private boolean serves() throws IOException {
        try (Socket probe = new Socket(); Stream<String> lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
            probe.connect(new InetSocketAddress(InetAddress.getByName(LOOPBACK), port), 1000);
            return lines.anyMatch(line -> line.contains("Total General servers"));
        } catch (java.net.ConnectException e) {
            return false;
        }
    }

    public int port() {
        return port;
    }

    public Path log() {
        return log;
    }

    /** Kills it at once; nothing that it relayed goes on. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws IOException {
        Processes.end(process.toHandle(), PATIENCE);
        Files.deleteIfExists(pidFile(folder));
    }
}
