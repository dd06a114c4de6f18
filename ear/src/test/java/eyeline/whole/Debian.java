package eyeline.whole;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** The programs that tests need and Maven Central does not have: installed by the build where it may, on Debian as root. */
public final class Debian {
    private static final int LOCK_PATIENCE_SECONDS = 300;
    private static final int LAST_LINES = 15;
    private static final Path TURN = Path.of(System.getProperty("java.io.tmpdir"), "eyeline-apt.lock");

    private Debian() {
    }

    /**
     * Installs packages, on Debian as root; elsewhere nothing happens, and who asked says what is missing. One lane of tests installs at
     * a time: while the lists of packages are fetched nobody finds any.
     */
    public static void install(String... packages) {
        if (!Files.exists(Path.of("/etc/debian_version")) || !"root".equals(System.getProperty("user.name"))) {
            return;
        }
        try (var file = FileChannel.open(TURN, StandardOpenOption.CREATE, StandardOpenOption.WRITE); var turn = file.lock()) {
            if (turn.isValid() && !installed(packages)) {
                System.out.println("Installing for the tests: " + String.join(" ", packages));
                apt("update", List.of());
                apt("install", Stream.concat(Stream.of("-y", "--no-install-recommends"), Stream.of(packages)).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the other lane was first. */
    private static boolean installed(String... packages) throws IOException {
        var command = Stream.concat(Stream.of("dpkg-query", "-W", "-f=${db:Status-Status}\n"), Stream.of(packages)).toList();
        var process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        return said.lines().filter("installed"::equals).count() == packages.length;
    }

    /** Where a program is: where a variable of the environment says, or where Debian has it, installed if it is missing. */
    public static Path program(String name, String variable, String... packages) {
        var named = System.getenv(variable);
        var path = Path.of(named == null ? "/usr/bin/" + name : named);
        if (!Files.isExecutable(path) && named == null) {
            install(packages);
        }
        if (!Files.isExecutable(path)) {
            throw new IllegalStateException("The tests need " + name + ": install it at " + path + " (Debian: apt-get install "
                    + String.join(" ", packages) + "), or name it in the environment variable " + variable + ".");
        }
        return path;
    }

    /** Waits for another apt that holds the lock; of one that failed the last lines are shown. */
    private static void apt(String verb, List<String> arguments) {
        var command = Stream.concat(Stream.of("apt-get", "-q", "-o", "DPkg::Lock::Timeout=" + LOCK_PATIENCE_SECONDS, verb), arguments.stream()).toList();
        try {
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
            // what is installed is a program for the tests, not a service of the machine: invoke-rc.d starts none in this run level
            builder.environment().put("RUNLEVEL", "1");
            var process = builder.start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
            if (process.waitFor() != 0) {
                System.out.println(String.join(" ", command) + " failed:");
                said.stream().skip(Math.max(0, said.size() - LAST_LINES)).forEach(System.out::println);
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(String.join(" ", command) + " did not run: " + e.getMessage(), e);
        }
    }
}
