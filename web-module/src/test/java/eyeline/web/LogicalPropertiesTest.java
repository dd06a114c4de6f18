package eyeline.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A page that runs from right to left is the mirror of the other one: no sheet says left or right where start and end are meant.
 * The tag is not asked: it stands in a corner of somebody else's page.
 */
class LogicalPropertiesTest {
    private static final Path PAGES = Path.of("src/main/webapp");
    private static final Pattern SHEET = Pattern.compile("css`([^`]*)`");
    private static final Pattern PHYSICAL = Pattern.compile("(?<![\\w-])((?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)(?:-\\w+)?"
            + "|border-(?:top|bottom)-(?:left|right)-radius|left|right|(?:text-align|float|clear|transform-origin)\\s*:\\s*(?:left|right))(?=\\s*[:;}])");
    private static final Pattern FOUR = Pattern.compile("(?<![\\w-])((?:padding|margin|inset|border-width|border-color|scroll-padding)\\s*:([^;}]+))");
    private static final Pattern WITHIN = Pattern.compile("\\([^()]*\\)");

    /** The own tile lies where a person dragged it, and the stage's button beside it. */
    private static final Set<String> MEANT = Set.of("js/elements/call-stage-styles.js left", "js/elements/call-stage-styles.js right",
            "js/elements/call-stage-styles.js margin-left", "js/agent/conversation-styles.js right", "js/agent/desk-styles.js right");

    @Test
    void noSheetSaysLeftOrRight() throws IOException {
        try (var files = Files.walk(PAGES)) {
            var sheets = files.filter(file -> file.toString().matches(".*\\.(js|css)") && !file.endsWith("tag.js")).toList();
            assertTrue(sheets.size() > 100, () -> "only " + sheets);
            assertEquals(new TreeSet<>(MEANT), sheets.stream().flatMap(LogicalPropertiesTest::physical).collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    private static Stream<String> physical(Path file) {
        var name = PAGES.relativize(file).toString();
        return sheets(file, name).stream().flatMap(sheet -> Stream.concat(PHYSICAL.matcher(sheet).results().map(MatchResult::group),
                FOUR.matcher(sheet).results().filter(LogicalPropertiesTest::isLopsided).map(MatchResult::group))).map(said -> name + " " + said);
    }

    /** Of a script its sheets alone. */
    private static List<String> sheets(Path file, String name) {
        var text = read(file);
        return name.endsWith(".css") ? List.of(text)
                : SHEET.matcher(text).results().map(found -> found.group(1)).toList();
    }

    /** Top, right, bottom, left: two different sides. */
    private static boolean isLopsided(MatchResult declaration) {
        var flat = declaration.group(2).strip();
        while (WITHIN.matcher(flat).find()) {
            flat = WITHIN.matcher(flat).replaceAll(inner -> inner.group().replaceAll("[()\\s]", "_"));
        }
        var sides = Arrays.asList(flat.split("\\s+"));
        return sides.size() == 4 && !sides.get(1).equals(sides.get(3));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
