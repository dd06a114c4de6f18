package eyeline.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A contrast theme paints grounds and shadows away: a sheet that tells a state by a ground tells it there by a line or a system colour too. */
class ContrastThemesTest {
    private static final Pattern FORCED = Pattern.compile("(?ms)^( *)@media \\(forced-colors: active\\) \\{.*?\\n\\1\\}");
    private static final Pattern TOLD_BY_A_GROUND = Pattern.compile(
            "(\\[aria-(?:current|selected|pressed)[^\\]]*\\]|\\[presence[^\\]]*\\]|:checked|\\.dot\\.[A-Z]+|\\.control\\.off|\\.level)[^{};]*\\{[^}]*background");
    private static final Pattern COLOUR = Pattern.compile("(--color-[a-z-]+):");

    /** Native boxes and buttons, which show it themselves; a button of the shared sheet, which has it there. */
    private static final Set<String> TOLD_OTHERWISE = Set.of("js/console/eye-stale.js :checked", "js/console/styles.js :checked", "js/window/window-styles.js [aria-pressed='true']");

    @Test
    void whatAGroundTellsIsToldInAContrastThemeToo() throws IOException {
        var untold = Sheets.all().stream().flatMap(ContrastThemesTest::untold).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(new TreeSet<>(TOLD_OTHERWISE), untold);
    }

    @Test
    void everyTokenOfColourIsASystemColourThere() throws IOException {
        var tokens = Sheets.all().stream().filter(sheet -> sheet.file().equals("css/tokens.css")).findFirst().orElseThrow().text();
        var forced = forced(tokens);
        var all = COLOUR.matcher(tokens).results().map(found -> found.group(1)).collect(Collectors.toCollection(TreeSet::new));
        assertTrue(all.size() > 30, all::toString);
        assertEquals(all, COLOUR.matcher(forced).results().map(found -> found.group(1)).collect(Collectors.toCollection(TreeSet::new)));
    }

    private static Stream<String> untold(Sheets.Sheet sheet) {
        var forced = forced(sheet.text());
        var usual = FORCED.matcher(sheet.text()).replaceAll("");
        return TOLD_BY_A_GROUND.matcher(usual).results().map(found -> found.group(1)).distinct().filter(state -> !forced.contains(state))
                .map(state -> sheet.file() + " " + state);
    }

    private static String forced(String sheet) {
        return FORCED.matcher(sheet).results().map(MatchResult::group).collect(Collectors.joining());
    }
}
