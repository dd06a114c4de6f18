package eyeline.operator.check;

import eyeline.operator.look.Row;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A WildFly on this machine: its version, and whether it was configured for Eyeline. */
record WildFlyLook(Path home) {
    private static final String NEEDED = "39";
    private static final String MODULES = "modules/system/layers/base/";
    /** What WildFly prefers to its own. */
    private static final String LAID_OVER = "modules/io/undertow/core/main";
    private static final Pattern UNDERTOW = Pattern.compile("undertow-core-(.+)\\.jar");
    private static final List<Integer> STRICT_UNDERTOW = List.of(2, 3, 25);
    private static final String DATA_SOURCE = "java:jboss/datasources/Eyeline";

    List<Row> rows() throws IOException {
        if (!Files.exists(home.resolve("jboss-modules.jar"))) {
            return List.of(Row.red("WildFly", home + " is no WildFly: jboss-modules.jar is missing.", "Name the folder in which bin/ and standalone/ are."));
        }
        List<Row> rows = new ArrayList<>();
        rows.add(version());
        rows.add(undertow());
        rows.add(driver());
        rows.addAll(configurations());
        return rows;
    }

    private Row version() {
        Optional<String> version = release();
        if (version.isEmpty()) {
            return Row.yellow("WildFly", "Its version cannot be read.", "Eyeline is made for WildFly " + NEEDED + ".");
        }
        return version.get().startsWith(NEEDED + ".") ? Row.green("WildFly", version.get())
                : Row.red("WildFly", "It is version " + version.get() + ".", "Eyeline is made for WildFly " + NEEDED + ".");
    }

    /** The release's own jars have its version in their names. */
    private Optional<String> release() {
        Pattern name = Pattern.compile("wildfly-(?:ee|undertow|jaxrs)-([0-9]+\\.[0-9].*)\\.jar");
        return Stream.of("org/jboss/as/ee/main", "org/wildfly/extension/undertow/main", "org/jboss/as/jaxrs/main")
                .flatMap(module -> named(home.resolve(MODULES + module), name).stream()).findFirst();
    }

    private Row undertow() {
        Optional<String> version = named(home.resolve(LAID_OVER), UNDERTOW).or(() -> named(home.resolve(MODULES + "io/undertow/core/main"), UNDERTOW));
        if (version.isEmpty()) {
            return Row.red("Undertow", "It is missing: this WildFly has no web server.", "Take one with Undertow (web-server, undertow-https).");
        }
        return strict(version.get()) ? Row.green("Undertow", version.get())
                : Row.yellow("Undertow", version.get() + " has no strict request parser (CVE-2026-28367, -28368, -28369).", "Run: eyeline configure " + home + " --undertow");
    }

    static boolean strict(String version) {
        Matcher numbers = Pattern.compile("([0-9]+)\\.([0-9]+)\\.([0-9]+).*").matcher(version);
        if (!numbers.matches()) {
            return false;
        }
        for (int i = 0; i < STRICT_UNDERTOW.size(); i++) {
            int difference = Integer.parseInt(numbers.group(i + 1)) - STRICT_UNDERTOW.get(i);
            if (difference != 0) {
                return difference > 0;
            }
        }
        return true;
    }

    private Row driver() throws IOException {
        Path module = home.resolve("modules/eyeline/postgresql/main");
        if (!Files.exists(module.resolve("module.xml"))) {
            return Row.red("Driver", "The module eyeline.postgresql is missing.", "Run: eyeline configure " + home);
        }
        Path jar = module.resolve("postgresql.jar");
        if (!Files.exists(jar)) {
            return Row.yellow("Driver", "Its module is there, and is not Eyeline's.", "");
        }
        try (JarFile driver = new JarFile(jar.toFile())) {
            return Row.green("Driver", "PostgreSQL JDBC " + driver.getManifest().getMainAttributes().getValue("Implementation-Version"));
        }
    }

    private List<Row> configurations() throws IOException {
        Path folder = home.resolve("standalone/configuration");
        List<Path> all;
        try (Stream<Path> files = Files.list(folder)) {
            all = files.filter(file -> file.getFileName().toString().matches("standalone.*\\.xml")).sorted().toList();
        }
        List<String> configured = new ArrayList<>();
        for (Path file : all) {
            if (Files.readString(file, StandardCharsets.UTF_8).contains(DATA_SOURCE)) {
                configured.add(file.getFileName().toString());
            }
        }
        return List.of(configured.isEmpty() ? Row.red("Configuration", "None of " + folder + " is configured for Eyeline.", "Run: eyeline configure " + home)
                : Row.green("Configuration", String.join(", ", configured)));
    }

    private static Optional<String> named(Path folder, Pattern name) {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> name.matcher(file.getFileName().toString())).filter(Matcher::matches).map(m -> m.group(1)).findFirst();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
