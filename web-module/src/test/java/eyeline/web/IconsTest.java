package eyeline.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** An icon that is not in the set draws nothing, and nobody says so. */
class IconsTest {
    private static final Path SCRIPTS = Path.of("src/main/webapp/js");
    private static final Path SET = SCRIPTS.resolve("elements/icon-set.js");
    private static final Pattern DRAWN = Pattern.compile("(?m)^ {2}'?([a-z0-9-]+)'?: \\[");
    private static final Pattern NAMED = Pattern.compile("<eye-icon name=\"([a-z0-9-]+)\"|\\bicon: '([a-z0-9-]+)'");

    @Test
    void everyIconThatAPageNamesIsInTheSet() throws IOException {
        var drawn = names(DRAWN, Files.readString(SET));
        try (var files = Files.walk(SCRIPTS)) {
            var named = files.filter(file -> file.toString().endsWith(".js")).flatMap(file -> names(NAMED, read(file)).stream())
                    .collect(Collectors.toCollection(TreeSet::new));
            assertTrue(named.size() > 20, () -> "only " + named);
            named.removeAll(drawn);
            assertEquals(Set.of(), named);
        }
    }

    private static Set<String> names(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1) != null ? found.group(1) : found.group(2))
                .collect(Collectors.toSet());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
