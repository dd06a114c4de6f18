package eyeline.whole.deployed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eyeline.server.Boot;
import eyeline.server.Ports;
import eyeline.whole.Product;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** A WildFly as it is downloaded, with another application in it, which Eyeline's program makes ready and takes back. */
public final class Stock {
    private static final Path REPOSITORY = Path.of(System.getProperty("eyeline.server.home")).resolve("../../..").normalize();
    private final Path home;
    private final Path java;
    private final String configuration;
    private final byte[] original;
    private final Foreign foreign;
    private final Boot boot;

    private Stock(Path home, Path java, String configuration) throws IOException {
        this.home = home;
        this.java = java;
        this.configuration = configuration;
        original = Files.readAllBytes(file());
        var ports = Ports.free();
        foreign = new Foreign(ports.http());
        boot = new Boot(java, configuration, List.of("-Djboss.http.port=" + ports.http(), "-Djboss.https.port=" + ports.https(),
                "-Djboss.ajp.port=" + ports.turn()));
    }

    /** A copy of the unpacked distribution; what nobody writes to is linked. */
    public static Stock unpacked(Path java, String configuration) throws IOException {
        var home = Product.target().resolve("stock").resolve(UUID.randomUUID().toString());
        copy(Path.of(System.getProperty("eyeline.stock")), home);
        Foreign.layInto(home.resolve("standalone/deployments"));
        return new Stock(home, java, configuration);
    }

    /** What the program said; it ended with this exit code. */
    public String configure(int exitCode, String... options) throws Exception {
        var command = new ArrayList<>(List.of(java.resolve("bin/java").toString(), "-cp", System.getProperty("java.class.path"),
                "eyeline.operator.Eyeline", "configure", home.toString(), "--server-config", configuration, "--from", REPOSITORY.toString()));
        command.addAll(List.of(options));
        return said(exitCode, command);
    }

    /** With this Eyeline deployed in it. */
    public Product starts(Map<String, String> environment) {
        return Product.startOn(home, boot, environment);
    }

    /** By WildFly's own command line, as an operator types it; it has to succeed. */
    public String cli(Product running, String... arguments) throws Exception {
        var command = new ArrayList<>(List.of("/bin/sh", home.resolve("bin/jboss-cli.sh").toString(), "--connect",
                "--controller=127.0.0.1:" + running.managementPort()));
        command.addAll(List.of(arguments));
        return said(0, command);
    }

    /** Eyeline's scripts for WildFly's command line, but those for the provisioned server, in their order. */
    public static List<Path> scripts() throws IOException {
        return listed("wildfly-config/src/main/cli");
    }

    /** Those that take them back, the last first. */
    public static List<Path> undoing() throws IOException {
        var undoing = new ArrayList<>(listed("wildfly-config/src/main/cli/undo"));
        Collections.reverse(undoing);
        return undoing;
    }

    private static List<Path> listed(String folder) throws IOException {
        try (Stream<Path> files = Files.list(REPOSITORY.resolve(folder))) {
            return files.filter(file -> file.getFileName().toString().matches("[0-8].*\\.cli")).sorted().toList();
        }
    }

    public Foreign foreign() {
        return foreign;
    }

    public Path file() {
        return home.resolve("standalone/configuration").resolve(configuration);
    }

    public String original() {
        return new String(original, StandardCharsets.UTF_8);
    }

    /** All files of the modules, to see that none is left behind. */
    public List<String> modules() throws IOException {
        try (Stream<Path> files = Files.walk(home.resolve("modules"))) {
            return files.map(file -> home.relativize(file).toString()).sorted().toList();
        }
    }

    private String said(int exitCode, List<String> command) throws Exception {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", java.toString());
        var process = builder.start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(exitCode, process.waitFor(), said);
        return said;
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(to.resolve(from.relativize(folder)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                var copy = to.resolve(from.relativize(file));
                if (from.relativize(file).startsWith("modules")) {
                    Files.createLink(copy, file);
                } else {
                    Files.copy(file, copy);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
