package eyeline.whole.browser;

import eyeline.whole.Debian;
import java.nio.file.Path;

/** The browser of these tests: Debian's Chromium, or the one that EYELINE_CHROMIUM names. Installed if missing, where that may be. */
final class Chromium {
    private Chromium() {
    }

    static Path path() {
        return Debian.program("chromium", "EYELINE_CHROMIUM", "chromium", "fonts-dejavu-core");
    }
}
