package eyeline.operator.configure;

import eyeline.operator.StartRefused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A WildFly on this disc, of the release that Eyeline is tested with, and one of its configurations, which may be written. */
record WildFlyHome(Path folder, Path configuration) {
    private static final String RELEASE = "39";
    private static final Pattern PRODUCT = Pattern.compile("wildfly-.*product-conf-([0-9].*)\\.jar");
    private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,98}\\.xml");

    /** Refused in words unless it is one. */
    static WildFlyHome at(Path where, String configuration) throws StartRefused, IOException {
        if (!Files.isRegularFile(where.resolve("jboss-modules.jar"))) {
            throw new StartRefused(where + " is not a WildFly: there is no jboss-modules.jar.");
        }
        WildFlyHome home = new WildFlyHome(where.toRealPath(), where.toRealPath().resolve("standalone/configuration").resolve(fileName(configuration)));
        home.refuseOtherRelease();
        home.refuseUnfit();
        return home;
    }

    private static String fileName(String configuration) throws StartRefused {
        if (!FILE_NAME.matcher(configuration).matches()) {
            throw new StartRefused("--server-config wants the name of a file in standalone/configuration, like standalone-full.xml.");
        }
        return configuration;
    }

    private void refuseOtherRelease() throws StartRefused, IOException {
        String release = release();
        if (!release.startsWith(RELEASE + ".")) {
            throw new StartRefused(folder + " is WildFly " + release + ". Eyeline is tested with WildFly " + RELEASE + " and runs on no other.");
        }
    }

    private String release() throws StartRefused, IOException {
        Path product = folder.resolve("modules/system/layers/base/org/jboss/as/product/main");
        if (Files.isDirectory(product)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(product)) {
                for (Path file : files) {
                    Matcher name = PRODUCT.matcher(file.getFileName().toString());
                    if (name.matches()) {
                        return name.group(1);
                    }
                }
            }
        }
        throw new StartRefused(folder + " does not say which WildFly it is. Eyeline is tested with WildFly " + RELEASE + ".");
    }

    private void refuseUnfit() throws StartRefused, IOException {
        if (!Files.isRegularFile(configuration)) {
            throw new StartRefused("There is no " + configuration + ".");
        }
        for (Path needed : new Path[] {configuration, configuration.getParent(), modules(), folder.resolve("standalone")}) {
            if (!Files.isWritable(needed)) {
                throw new StartRefused("You may not write " + needed + ". Run this as the user whose WildFly it is.");
            }
        }
        if (!text().contains("<socket-binding-group name=\"standard-sockets\"")) {
            throw new StartRefused(configuration + " has no socket binding group \"standard-sockets\", where Eyeline's ports would go.");
        }
    }

    /** WildFly keeps its configuration in memory and would write over this one. */
    void refuseRunning() throws StartRefused {
        String home = "-Djboss.home.dir=" + folder;
        boolean running = ProcessHandle.allProcesses().map(process -> process.info().commandLine().orElse("")).anyMatch(line -> line.contains(home + " ")
                || line.endsWith(home));
        if (running) {
            throw new StartRefused("This WildFly is running. Stop it first, or run the scripts of cli/ against it (docs/operations/configure.md).");
        }
    }

    boolean mentionsEyeline() throws IOException {
        return text().contains("\"eyeline");
    }

    Path modules() {
        return folder.resolve("modules");
    }

    /** The configuration's file name. */
    String name() {
        return configuration.getFileName().toString();
    }

    private String text() throws IOException {
        return Files.readString(configuration, StandardCharsets.UTF_8);
    }
}
