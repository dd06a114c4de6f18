package eyeline.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every link within the project leads somewhere: to a file that is there, and to a heading that its page has. */
class LinksTest {
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern CODE = Pattern.compile("`[^`]*`");
    private static final Pattern HEADING = Pattern.compile("^#{1,6} +(.*?)#* *$");
    private static final Pattern NAMED = Pattern.compile("(?<![\\w/.])docs/[\\w./-]+\\.md");
    private static final Pattern ELSEWHERE = Pattern.compile("^[a-z]+:.*");

    @Test
    void everyLinkLeadsSomewhere() throws Exception {
        List<String> dead = new ArrayList<>();
        int links = 0;
        for (Path page : Pages.all()) {
            for (String line : Pages.prose(page)) {
                var found = LINK.matcher(CODE.matcher(line).replaceAll("`"));
                while (found.find()) {
                    if (!ELSEWHERE.matcher(found.group(1)).matches()) {
                        links++;
                        if (!leadsSomewhere(page, found.group(1))) {
                            dead.add(Pages.PROJECT.relativize(page) + " -> " + found.group(1));
                        }
                    }
                }
            }
        }
        assertEquals(List.of(), dead);
        int all = links;
        assertTrue(all > 40, () -> "only " + all);
    }

    @Test
    void everyPageForOperatorsIsInTheIndex() throws Exception {
        var index = Files.readString(Pages.OPERATIONS.resolve("README.md"));
        for (Path page : Pages.operations()) {
            var name = page.getFileName().toString();
            assertTrue(name.equals("README.md") || index.contains("](" + name + ")"), name);
        }
    }

    /** Sources and their comments name pages by their place in the project. */
    @Test
    void everyPageThatASourceNamesIsThere() throws Exception {
        List<String> gone = new ArrayList<>();
        for (String ending : List.of(".java", ".js", ".cli", ".conf", ".sql", ".xml", ".md")) {
            for (Path file : Pages.under(Pages.PROJECT, ending)) {
                var named = NAMED.matcher(Files.readString(file));
                while (named.find()) {
                    if (!Files.exists(Pages.PROJECT.resolve(named.group()))) {
                        gone.add(Pages.PROJECT.relativize(file) + " -> " + named.group());
                    }
                }
            }
        }
        assertEquals(List.of(), gone);
    }

    private static boolean leadsSomewhere(Path page, String link) {
        int hash = link.indexOf('#');
        for (Path folder : folders(page)) {
            var file = hash == 0 ? page : folder.resolve(hash < 0 ? link : link.substring(0, hash)).normalize();
            if (Files.exists(file)) {
                return hash < 0 || anchors(file).contains(link.substring(hash + 1));
            }
        }
        return false;
    }

    /** Where a page's links begin: what is in {@code release/src/main} lies in the folder of the archive, beside {@code docs}. */
    private static List<Path> folders(Path page) {
        return page.getParent().equals(Pages.PROJECT.resolve("release/src/main")) ? List.of(page.getParent(), Pages.PROJECT) : List.of(page.getParent());
    }

    /** As GitHub makes them: lower case, without punctuation, hyphens for blanks, a number behind the second of a name. */
    private static Set<String> anchors(Path page) {
        Set<String> anchors = new HashSet<>();
        Map<String, Integer> seen = new HashMap<>();
        for (String line : Pages.prose(page)) {
            var heading = HEADING.matcher(line);
            if (heading.matches()) {
                var name = heading.group(1).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-');
                int before = seen.merge(name, 1, Integer::sum) - 1;
                anchors.add(before == 0 ? name : name + "-" + before);
            }
        }
        return anchors;
    }
}
