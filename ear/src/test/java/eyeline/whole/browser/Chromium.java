package eyeline.whole.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The browser of these tests: Debian's Chromium, or the one that EYELINE_CHROMIUM names. Installed if missing, where that may be. */
final class Chromium {
    private static final Path DEBIAN = Path.of("/usr/bin/chromium");

    private Chromium() {
    }

    static Path path() {
        var named = System.getenv("EYELINE_CHROMIUM");
        var path = named == null ? DEBIAN : Path.of(named);
        if (!Files.isExecutable(path) && named == null && debianAndRoot()) {
            install();
        }
        if (!Files.isExecutable(path)) {
            throw new IllegalStateException("The tests in browsers need Chromium: install it at " + DEBIAN
                    + " (Debian: apt-get install chromium), or name it in the environment variable EYELINE_CHROMIUM.");
        }
        return path;
    }

    private static boolean debianAndRoot() {
        return Files.exists(Path.of("/etc/debian_version")) && "root".equals(System.getProperty("user.name"));
    }

    private static void install() {
        System.out.println("Installing Chromium for the tests in browsers (apt-get install chromium)");
        run(List.of("apt-get", "update", "-q"));
        run(List.of("apt-get", "install", "-y", "-q", "--no-install-recommends", "chromium", "fonts-dejavu-core"));
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
