package eyeline.release;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * An empty host: the archive unpacked, a WildFly unpacked, an empty PostgreSQL, a certificate, the settings filled in. Runs what the
 * archive's README says, line by line in one shell, whose last line is a server.
 */
final class Installation implements AutoCloseable {
    static final String OPERATOR = "first";
    static final String PASSWORD = "a quiet green harbour";
    private static final Pattern COMMANDS = Pattern.compile("^```sh\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern SETTING = Pattern.compile("(?m)^([A-Z_]+)=.*$");

    private final Path folder;
    private final Path eyeline;
    private final EmbeddedPostgres postgres;
    private final Map<String, Integer> ports = new TreeMap<>();
    private Process shell;

    Installation(Path empty) throws Exception {
        folder = Files.createDirectory(empty.resolve("yours"));
        eyeline = Archive.unzipped(empty);
        for (var name : List.of("eyeline.https.port", "eyeline.http.port", "jboss.http.port", "jboss.https.port", "jboss.management.http.port")) {
            ports.put(name, free());
        }
        postgres = EmbeddedPostgres.builder().setOverrideWorkingDirectory(empty.resolve("postgresql").toFile()).start();
        certificate();
        settings(Archive.wildfly(Files.createDirectory(empty.resolve("wildfly"))));
    }

    private static int free() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void certificate() throws IOException, InterruptedException {
        var made = Ran.in(folder, Map.of(), List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias", "tls", "-keyalg", "EC",
                "-dname", "CN=localhost", "-ext", "san=dns:localhost", "-validity", "90", "-storetype", "PKCS12", "-keystore", "tls.p12", "-storepass", PASSWORD));
        if (made.code() != 0) {
            throw new IllegalStateException(made.said());
        }
    }

    /** Each line that the archive's file of settings has; one that is new here has to be filled in here. */
    private void settings(Path wildfly) throws IOException {
        var yours = Map.of("JBOSS_HOME", wildfly.toString(), "EYELINE_PUBLIC_HOST", "localhost:" + ports.get("eyeline.https.port"),
                "EYELINE_DB_URL", "jdbc:postgresql://localhost:" + postgres.getPort() + "/eyeline", "EYELINE_DB_PASSWORD", "application",
                "EYELINE_DB_OWNER", "eyeline_owner", "EYELINE_DB_OWNER_PASSWORD", "owner", "EYELINE_TLS_KEYSTORE", folder.resolve("tls.p12").toString(),
                "EYELINE_TLS_PASSWORD", PASSWORD, "EYELINE_SIGNING_KEYSTORE", folder.resolve("signing.p12").toString(), "EYELINE_SIGNING_PASSWORD", PASSWORD);
        var file = eyeline.resolve("eyeline.env");
        var filled = SETTING.matcher(Files.readString(file)).replaceAll(line -> line.group(1) + "='" + yours.get(line.group(1)) + "'");
        Files.writeString(file, filled);
    }

    /** The commands of the README, a line each. */
    List<String> commands() throws IOException {
        var block = COMMANDS.matcher(Files.readString(eyeline.resolve("README.md")));
        return block.find() ? block.group(1).lines().filter(line -> !line.isBlank()).toList() : List.of();
    }

    /** Runs all commands; they have succeeded when the last, which does not end, is reached: what it says is in the log. */
    void runs(List<String> commands) throws IOException {
        var lines = new ArrayList<>(commands);
        lines.add(0, "set -ex");
        var builder = new ProcessBuilder("sh", "-c", String.join("\n", lines)).directory(eyeline.toFile()).redirectErrorStream(true).redirectOutput(log().toFile());
        builder.environment().clear();
        builder.environment().putAll(Map.of("PATH", Path.of(System.getProperty("java.home"), "bin") + ":/usr/bin:/bin", "HOME", folder.toString(), "LANG", "C.UTF-8",
                "PGHOST", "localhost", "PGPORT", "" + postgres.getPort(), "PGUSER", "postgres", "EYELINE_OPERATOR", OPERATOR, "EYELINE_OPERATOR_NAME", "First One",
                "EYELINE_OPERATOR_PASSWORD", PASSWORD, "PREPEND_JAVA_OPTS",
                ports.entrySet().stream().map(port -> "-D" + port.getKey() + "=" + port.getValue()).collect(Collectors.joining(" "))));
        shell = builder.start();
        shell.getOutputStream().close();
    }

    Path log() {
        return folder.resolve("commands.log");
    }

    String said() {
        try {
            return Files.readString(log(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return e.toString();
        }
    }

    boolean runs() {
        return shell.isAlive();
    }

    int port() {
        return ports.get("eyeline.https.port");
    }

    /** Trusts this host's certificate and no other. */
    SSLContext trust() throws IOException, GeneralSecurityException {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(KeyStore.getInstance(folder.resolve("tls.p12").toFile(), PASSWORD.toCharArray()));
        var context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        return context;
    }

    @Override
    public void close() throws IOException {
        if (shell != null) {
            // the server before the shells that wait for it; nothing of it is kept
            shell.descendants().forEach(ProcessHandle::destroyForcibly);
            shell.destroyForcibly().onExit().join();
        }
        postgres.close();
    }
}
