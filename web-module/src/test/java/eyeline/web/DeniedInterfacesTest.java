package eyeline.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a browser denies who blocks site data is asked for in one guarded place each: a second place would forget the guard. */
class DeniedInterfacesTest {
    private static final Path PAGES = Path.of("src/main/webapp");
    /** The tag stands alone on a brand's page and guards itself. */
    private static final Set<String> STORES = Set.of("js/browser/storage.js", "tag.js");

    /** Each interface with the files that may name it. */
    private static final Map<String, Set<String>> GUARDED = Map.of(
            "\\blocalStorage\\b", STORES, "\\bsessionStorage\\b", STORES, "\\bnavigator\\.locks\\b", Set.of("js/browser/locks.js"),
            "\\bNotification\\.(permission|requestPermission)\\b|\\bnew Notification\\(", Set.of("js/call/desktop-notification.js"),
            "\\bBroadcastChannel\\b|\\bSharedWorker\\b", Set.of(), "\\bcookie(Store)?\\b", Set.of("js/browser/storage.js"), "\\bcookieEnabled\\b", Set.of(),
            "\\bcaches\\b|\\bnavigator\\.storage\\b", Set.of(), "\\bindexedDB\\b", Set.of(), "\\bserviceWorker\\b", Set.of());

    @Test
    void noOtherFileAsksForThem() {
        var elsewhere = new TreeMap<String, Set<String>>();
        GUARDED.forEach((named, allowed) -> {
            var files = naming(Pattern.compile(named));
            files.removeAll(allowed);
            if (!files.isEmpty()) {
                elsewhere.put(named, files);
            }
        });
        assertEquals(Map.of(), elsewhere);
    }

    @Test
    void theGuardsAreWhereTheRuleSays() {
        assertEquals(Set.of("js/browser/locks.js"), naming(Pattern.compile("\\bnavigator\\.locks\\b")));
        assertEquals(Set.of("js/browser/storage.js"), naming(Pattern.compile("\\blocalStorage\\b")));
    }

    private static Set<String> naming(Pattern pattern) {
        try (var files = Files.walk(PAGES)) {
            var found = new TreeSet<String>();
            files.filter(DeniedInterfacesTest::isScript).filter(file -> code(file).anyMatch(line -> pattern.matcher(line).find()))
                    .forEach(file -> found.add(PAGES.relativize(file).toString().replace('\\', '/')));
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isScript(Path file) {
        var name = file.toString();
        return name.endsWith(".js") || name.endsWith(".html");
    }

    /** Without lines that are comments. */
    private static Stream<String> code(Path file) {
        try {
            return Files.readAllLines(file).stream().map(String::strip).filter(line -> !line.startsWith("*") && !line.startsWith("//")
                    && !line.startsWith("/*"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
