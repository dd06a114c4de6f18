package eyeline.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A page that runs from right to left is the mirror of the other one: no sheet says left or right where start and end are meant. */
class LogicalPropertiesTest {
    private static final Pattern PHYSICAL = Pattern.compile("(?<![\\w-])((?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)(?:-\\w+)?"
            + "|border-(?:top|bottom)-(?:left|right)-radius|left|right|(?:text-align|float|clear|transform-origin)\\s*:\\s*(?:left|right))(?=\\s*[:;}])");
    private static final Pattern FOUR = Pattern.compile("(?<![\\w-])((?:padding|margin|inset|border-width|border-color|scroll-padding)\\s*:([^;}]+))");
    private static final Pattern WITHIN = Pattern.compile("\\([^()]*\\)");

    /** The own tile lies where a person dragged it, and the words of the call beside it. */
    private static final Set<String> MEANT = Set.of("js/elements/call-stage-styles.js left", "js/elements/call-stage-styles.js right",
            "js/elements/call-stage-styles.js margin-left");

    @Test
    void noSheetSaysLeftOrRight() throws IOException {
        var sheets = Sheets.all();
        assertTrue(sheets.size() > 50, () -> "only " + sheets.size());
        assertEquals(new TreeSet<>(MEANT), sheets.stream().flatMap(LogicalPropertiesTest::physical).collect(Collectors.toCollection(TreeSet::new)));
    }

    private static Stream<String> physical(Sheets.Sheet sheet) {
        return Stream.concat(PHYSICAL.matcher(sheet.text()).results(), FOUR.matcher(sheet.text()).results().filter(LogicalPropertiesTest::isLopsided))
                .map(said -> sheet.file() + " " + said.group(1));
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
}
