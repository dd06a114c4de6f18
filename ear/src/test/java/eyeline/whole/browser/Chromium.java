package eyeline.whole.browser;

import eyeline.whole.Debian;
import java.nio.file.Files;
import java.nio.file.Path;

/** The browser of these tests: Debian's Chromium, or the one that EYELINE_CHROMIUM names. Installed if missing, where that may be. */
final class Chromium {
    private static final Path DEBIAN = Path.of("/usr/bin/chromium");

    private Chromium() {
    }

    static Path path() {
        var named = System.getenv("EYELINE_CHROMIUM");
        var path = named == null ? DEBIAN : Path.of(named);
        if (!Files.isExecutable(path) && named == null) {
            Debian.install("chromium", "fonts-dejavu-core");
        }
        if (!Files.isExecutable(path)) {
            throw new IllegalStateException("The tests in browsers need Chromium: install it at " + DEBIAN
                    + " (Debian: apt-get install chromium), or name it in the environment variable EYELINE_CHROMIUM.");
        }
        return path;
    }
}
