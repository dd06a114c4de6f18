package eyeline.whole.start;

import eyeline.server.Ports;
import eyeline.whole.Product;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** Another server, started by bin/standalone.sh as on an operator's host, in a folder of its own. */
final class ServerProcess implements AutoCloseable {
    private static final Path HOME = Path.of(System.getProperty("eyeline.server.home"));

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Path base = Product.target().resolve("starts").resolve(UUID.randomUUID().toString());
    private final Ports ports;
    private final long begun = System.nanoTime();
    private final Process process;

    private ServerProcess(Map<String, String> environment, Ports ports, boolean ours) throws IOException {
        this.ports = ports;
        copy(HOME.resolve("standalone"), base);
        if (!ours) {
            var configuration = base.resolve("configuration/standalone.xml");
            var without = Files.readString(configuration).replace("<property name=\"eyeline.exit-on-failed-start\" value=\"true\"/>", "");
            Files.writeString(configuration, without);
        }
        Files.copy(Path.of(System.getProperty("eyeline.ear")), base.resolve("deployments/eyeline.ear"));
        var command = List.of(HOME.resolve("bin/standalone.sh").toString(), "-Djboss.server.base.dir=" + base,
                "-Djboss.https.port=" + ports.https(), "-Djboss.http.port=" + ports.http(), "-Djboss.management.http.port=" + ports.management());
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(base.resolve("console.log").toFile());
        builder.environment().putAll(environment);
        // standalone.sh would start the server as its child, and a kill would end the script alone
        builder.environment().put("LAUNCH_JBOSS_IN_BACKGROUND", "true");
        builder.environment().put("JAVA_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx384m -XX:MaxMetaspaceSize=256m -Djava.net.preferIPv4Stack=true");
        process = builder.start();
    }

    static ServerProcess start(Map<String, String> environment, Ports ports) throws IOException {
        return new ServerProcess(environment, ports, true);
    }

    /** One that is not Eyeline's alone, as a brand's own WildFly: 90-trim.cli was not run on it. */
    static ServerProcess startElsewhere(Map<String, String> environment, Ports ports) throws IOException {
        return new ServerProcess(environment, ports, false);
    }

    /** The exit code, or a failure with the log if it does not end. */
    int end() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("the server did not end:\n" + log());
        }
        return process.exitValue();
    }

    /** Waits for a line with this in it. */
    String says(String words) throws InterruptedException {
        while (age().compareTo(PATIENCE) < 0) {
            var line = lines().stream().filter(l -> l.contains(words)).findFirst();
            if (line.isPresent()) {
                return line.get();
            }
            if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
                throw new AssertionError("the server ended before it said " + words + ":\n" + log());
            }
        }
        throw new AssertionError("the server did not say " + words + ":\n" + log());
    }

    List<String> lines() {
        return log().lines().toList();
    }

    private String log() {
        try {
            return Files.readString(base.resolve("console.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Ports ports() {
        return ports;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    Duration age() {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /** SIGTERM, as systemd sends it. */
    void terminate() {
        process.destroy();
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(to.resolve(from.relativize(folder).toString()));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
