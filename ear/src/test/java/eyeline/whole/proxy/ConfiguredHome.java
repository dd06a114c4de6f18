package eyeline.whole.proxy;

import eyeline.whole.Product;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The provisioned server with a configuration of its own, changed by CLI scripts as an operator does it: offline. */
final class ConfiguredHome {

    private ConfiguredHome() {
    }

    /** {@code scripts}: below wildfly-config/src/main/cli; {@code before}: lines that run before them. */
    static Path with(List<String> before, String... scripts) throws IOException, InterruptedException {
        var provisioned = Path.of(System.getProperty("eyeline.server.home"));
        var home = Files.createDirectories(Product.target().resolve("home").resolve(UUID.randomUUID().toString()));
        for (var shared : List.of("bin", "modules", "jboss-modules.jar")) {
            Files.createSymbolicLink(home.resolve(shared), provisioned.resolve(shared));
        }
        copy(provisioned.resolve("standalone"), home.resolve("standalone"));
        var lines = Stream.of(scripts).flatMap(ConfiguredHome::lines);
        Files.write(home.resolve("all.cli"), Stream.of(Stream.of("embed-server --std-out=discard"), before.stream(), lines, Stream.of("stop-embedded-server"))
                .flatMap(part -> part).toList());
        var cli = new ProcessBuilder("sh", home.resolve("bin/jboss-cli.sh").toString(), "--file=" + home.resolve("all.cli")).redirectErrorStream(true);
        cli.environment().put("JBOSS_HOME", home.toString());
        cli.environment().put("JAVA_HOME", System.getProperty("java.home"));
        var process = cli.start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IllegalStateException("the scripts did not run: " + said);
        }
        return home;
    }

    private static Stream<String> lines(String script) {
        try {
            return Files.readAllLines(Product.target().resolve("../../wildfly-config/src/main/cli").resolve(script)).stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var all = Files.walk(from)) {
            for (var file : all.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)));
            }
        }
    }
}
