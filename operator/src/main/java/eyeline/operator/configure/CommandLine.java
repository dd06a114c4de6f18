package eyeline.operator.configure;

import eyeline.operator.StartRefused;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** WildFly's own {@code jboss-cli}, running scripts on a server that is not started. */
final class CommandLine {
    private static final String MARK = "eyeline-script ";
    private static final int LONGEST_SCRIPT = 100_000;
    private static final int PATIENCE_MINUTES = 10;

    private CommandLine() {
    }

    /** All scripts in one run; told is the name of each as it begins. Stops at the first operation that fails, and says which. */
    static void run(WildFlyHome home, List<Path> scripts, Consumer<String> progress) throws StartRefused, IOException, InterruptedException {
        Path all = Files.createTempFile("eyeline", ".cli");
        try {
            Files.write(all, lines(home, scripts));
            run(home, all, progress);
        } finally {
            Files.delete(all);
        }
    }

    private static List<String> lines(WildFlyHome home, List<Path> scripts) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("embed-server --std-out=discard --server-config=" + home.name());
        for (Path script : scripts) {
            if (Files.size(script) > LONGEST_SCRIPT) {
                throw new IOException(script + " is longer than a script may be.");
            }
            lines.add("echo " + MARK + script.getFileName());
            lines.addAll(Files.readAllLines(script));
        }
        lines.add("stop-embedded-server");
        return lines;
    }

    private static void run(WildFlyHome home, Path script, Consumer<String> progress) throws StartRefused, IOException, InterruptedException {
        boolean windows = File.separatorChar == '\\';
        Path program = home.folder().resolve(windows ? "bin/jboss-cli.bat" : "bin/jboss-cli.sh");
        if (!Files.isRegularFile(program)) {
            throw new StartRefused("This WildFly has no command line: " + program + " is missing.");
        }
        List<String> command = windows ? List.of(program.toString(), "--file=" + script) : List.of("/bin/sh", program.toString(), "--file=" + script);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).directory(home.folder().toFile());
        builder.environment().putAll(Map.of("JBOSS_HOME", home.folder().toString(), "JAVA_HOME", System.getProperty("java.home"), "NOPAUSE", "true"));
        Process process = builder.start();
        process.getOutputStream().close();
        progress.accept("Starting WildFly " + home.name() + " without its ports ...");
        List<String> said = listen(process, progress);
        if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException("WildFly's command line stopped, and nothing was changed. It said: " + String.join("\n", said));
        }
    }

    /** What was said since the last script began. */
    private static List<String> listen(Process process, Consumer<String> progress) throws IOException {
        List<String> said = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(MARK)) {
                    said.clear();
                    progress.accept("  " + line.substring(MARK.length()));
                }
                said.add(line);
            }
        }
        return said;
    }
}
