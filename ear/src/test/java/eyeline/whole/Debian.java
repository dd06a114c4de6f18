package eyeline.whole;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The programs that tests need and Maven Central does not have: installed by the build where it may, on Debian as root. */
public final class Debian {

    private Debian() {
    }

    /** Installs packages, on Debian as root; elsewhere nothing happens, and who asked says what is missing. */
    public static void install(String... packages) {
        if (!Files.exists(Path.of("/etc/debian_version")) || !"root".equals(System.getProperty("user.name"))) {
            return;
        }
        System.out.println("Installing for the tests: " + String.join(" ", packages));
        run(List.of("apt-get", "update", "-q"));
        var install = new ArrayList<>(List.of("apt-get", "install", "-y", "-q", "--no-install-recommends"));
        install.addAll(List.of(packages));
        run(install);
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

    private static void run(List<String> command) {
        try {
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
            builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
            builder.start().waitFor();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(String.join(" ", command) + " did not run: " + e.getMessage(), e);
        }
    }
}
