package eyeline.whole.proxy;

import eyeline.whole.Product;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** The provisioned server with a configuration of its own, changed by CLI scripts as an operator does it: offline. */
final class ConfiguredHome {

    private ConfiguredHome() {
    }

    /** {@code secrets}: by alias, what the credential store has, whose password is {@code storePassword}; {@code scripts}: below wildfly-config/src/main/cli. */
    static Path with(Map<String, String> secrets, String storePassword, String... scripts) throws IOException, InterruptedException {
        var provisioned = Path.of(System.getProperty("eyeline.server.home"));
        var home = Files.createDirectories(Product.target().resolve("home").resolve(UUID.randomUUID().toString()));
        for (var shared : List.of("bin", "modules", "jboss-modules.jar")) {
            Files.createSymbolicLink(home.resolve(shared), provisioned.resolve(shared));
        }
        copy(provisioned.resolve("standalone"), home.resolve("standalone"));
        for (var secret : secrets.entrySet()) {
            var store = home.resolve("standalone/configuration/eyeline.cs");
            var command = new ArrayList<>(List.of("bin/elytron-tool.sh", "credential-store", "--location", store.toString(), "--password", storePassword,
                    "--add", secret.getKey(), "--secret", secret.getValue()));
            if (!Files.exists(store)) {
                command.add("--create");
            }
            run(home, storePassword, command);
        }
        var lines = Stream.of(scripts).flatMap(ConfiguredHome::lines);
        Files.write(home.resolve("all.cli"), Stream.of(Stream.of("embed-server --std-out=discard"), lines, Stream.of("stop-embedded-server")).flatMap(part -> part).toList());
        run(home, storePassword, List.of("bin/jboss-cli.sh", "--file=" + home.resolve("all.cli")));
        return home;
    }

    private static void run(Path home, String storePassword, List<String> command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(Stream.concat(Stream.of("sh"), command.stream()).toList()).directory(home.toFile()).redirectErrorStream(true);
        builder.environment().putAll(Map.of("JBOSS_HOME", home.toString(), "JAVA_HOME", System.getProperty("java.home"), "EYELINE_STORE_PASSWORD", storePassword));
        var process = builder.start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(command.get(0) + " failed: " + said);
        }
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
