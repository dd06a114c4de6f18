package eyeline.whole.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;

/** WCAG 2.2 AA as far as a machine can see it (X6). */
final class Wcag {
    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final int HEIGHT = 844;
    private static final List<Integer> WIDTHS = List.of(1280, 390);

    private Wcag() {
    }

    /** axe finds nothing on what the page shows now. */
    static void assertClean(String screen, Page page) {
        assertClean(screen, new AxeBuilder(page).withTags(RULES));
    }

    private static void assertClean(String screen, AxeBuilder axe) {
        var found = axe.analyze().getViolations().stream()
                .map(rule -> rule.getId() + " " + rule.getNodes().stream().map(node -> String.valueOf(node.getTarget())).limit(3).toList())
                .toList();
        assertEquals(List.of(), found, screen);
    }

    /** The same wide and narrow, with the contrast again in the dark; and nothing is wider than the screen. The page must be free of motion. */
    static void assertCleanEverywhere(String screen, Page page) {
        for (var width : WIDTHS) {
            page.setViewportSize(width, HEIGHT);
            shines(page, ColorScheme.DARK);
            assertClean(screen + ", " + width + " wide, dark", new AxeBuilder(page).withRules(List.of("color-contrast")));
            shines(page, ColorScheme.LIGHT);
            assertClean(screen + ", " + width + " wide, light", page);
            assertEquals(width, page.evaluate("() => Math.max(innerWidth, document.documentElement.scrollWidth)"), screen + " is wider than the screen");
        }
        page.setViewportSize(WIDTHS.get(0), HEIGHT);
    }

    private static void shines(Page page, ColorScheme scheme) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        settle(page);
    }

    /** The colours of the other scheme are there when nothing moves to them any more; a document does not tell of its shadow roots. */
    private static void settle(Page page) {
        page.waitForFunction("""
                () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => {
                  const within = (root) => [...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? [shadowRoot, ...within(shadowRoot)] : []));
                  done([document, ...within(document)].every((root) => root.getAnimations().length === 0));
                })))""");
    }
}
