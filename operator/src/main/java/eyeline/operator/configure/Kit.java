package eyeline.operator.configure;

import eyeline.operator.StartRefused;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** What Eyeline brings for a WildFly: scripts, modules and the newer Undertow; in the archive or, for who builds, in the sources. */
record Kit(Path cli, Path modules, Path undertow) {
    private static final String UNDERTOW = "undertow-core-*.jar";
    /** From this number on scripts are for the server that the build provisions. */
    private static final String OWN_SERVER = "9";

    /** In the folder that was named, else around the place from which this program runs. */
    static Kit found(Path named) throws StartRefused, IOException {
        Path from = named == null ? ownPlace() : named.toAbsolutePath();
        for (Path folder = from; folder != null; folder = named == null ? folder.getParent() : null) {
            Kit archive = in(folder.resolve("cli"), folder.resolve("modules"), folder.resolve("undertow"));
            Path build = folder.resolve("wildfly-config");
            Kit sources = in(build.resolve("src/main/cli"), build.resolve("target/server-content/modules"), build.resolve("target/undertow"));
            if (archive != null || sources != null) {
                return archive != null ? archive : sources;
            }
        }
        throw new StartRefused("The folders cli and modules of Eyeline's archive are not around " + from + "; name the archive's folder with --from.");
    }

    private static Kit in(Path cli, Path modules, Path undertow) throws IOException {
        if (!Files.isRegularFile(cli.resolve("30-http.cli")) || !Files.isDirectory(modules.resolve("eyeline")) || !Files.isDirectory(undertow)) {
            return null;
        }
        try (var jars = Files.newDirectoryStream(undertow, UNDERTOW)) {
            return new Kit(cli, modules, jars.iterator().next());
        }
    }

    private static Path ownPlace() throws IOException {
        try {
            return Path.of(Kit.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    /** In their order. */
    List<Path> scripts() throws IOException {
        return listed(cli);
    }

    /** Those that take back, the last first. */
    List<Path> undoing() throws IOException {
        List<Path> undoing = listed(cli.resolve("undo"));
        Collections.reverse(undoing);
        return undoing;
    }

    private static List<Path> listed(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return new ArrayList<>(files.filter(Kit::isScript).sorted().toList());
        }
    }

    private static boolean isScript(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".cli") && !name.startsWith(OWN_SERVER);
    }
}
