package eyeline.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * docs/operations/trouble.md knows every line that the server logs as an error or a warning, and every sentence with which a program
 * refuses: the words between their numbers and names stand there as the sources have them.
 */
class TroubleTest {
    private static final Pattern SAYS = Pattern.compile("LOG\\.log\\(\\s*Level\\.(?:ERROR|WARNING)\\s*,|new StartRefused\\(|\\bfaults\\.of\\(");
    /** What keeps the server from starting is said by these, in the folders of the start. */
    private static final Pattern SAYS_AT_THE_START = Pattern.compile(SAYS.pattern() + "|\\brefused\\(|\\bObstacle\\.of\\(");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern VARIES = Pattern.compile("\\{\\d+}|%[sd]|\\b\\w+=(?=\\s|$|\\{)");
    /** Fewer words are found everywhere. */
    private static final int WORDS = 3;

    @Test
    void everyLineOfTheSourcesIsKnown() throws Exception {
        var page = Files.readString(Pages.OPERATIONS.resolve("trouble.md")).replace("`", "").replaceAll("\\s+", " ");
        List<String> unknown = new ArrayList<>();
        int known = 0;
        for (Path source : sources()) {
            for (String words : words(Files.readString(source), Pages.PROJECT.relativize(source).toString().contains("/start/") ? SAYS_AT_THE_START : SAYS)) {
                if (page.contains(words)) {
                    known++;
                } else {
                    unknown.add(Pages.PROJECT.relativize(source) + ": " + words);
                }
            }
        }
        assertEquals(List.of(), unknown);
        int all = known;
        assertTrue(all > 20, () -> "only " + all);
    }

    @Test
    void wordsAreFoundAsAProgramSaysThem() {
        assertEquals(List.of("is kept until it can be written", "what was due failed and is done again in", "the database is gone now"), words("""
                LOG.log(Level.INFO, "nobody wants to know this");
                LOG.log(Level.WARNING, "call={0} {1} is kept until it can be written", call.id(), command.kind());
                LOG.log(Level.ERROR, () -> "call=" + call.id(")") + " what was due failed and is done again in " + pause, failure);
                throw new StartRefused("the database "
                        + "is gone now.");
                """, SAYS));
    }

    private static List<Path> sources() throws Exception {
        return Pages.under(Pages.PROJECT, ".java").stream().filter(file -> file.toString().contains("/src/main/java/")).toList();
    }

    /** The fixed words of what a source says: pieces of three words and more. */
    private static List<String> words(String source, Pattern sayings) {
        List<String> found = new ArrayList<>();
        var says = sayings.matcher(source);
        while (says.find()) {
            var message = literals(call(source, says.end()));
            pieces(message).forEach(found::add);
        }
        return found;
    }

    private static Stream<String> pieces(String message) {
        return Arrays.stream(VARIES.matcher(message).replaceAll("\0").split("\0"))
                .map(piece -> piece.strip().replaceAll("^[.,;:()<>]+\\s*|[.,;:()<>]+$", "").replaceAll("\\s+", " "))
                .filter(piece -> piece.split(" ").length >= WORDS);
    }

    /** From behind the opening bracket to its closing one. */
    private static String call(String source, int from) {
        int depth = 1;
        boolean quoted = false;
        int at = from;
        while (depth > 0) {
            char c = source.charAt(at++);
            if (c == '"' && source.charAt(at - 2) != '\\') {
                quoted = !quoted;
            } else if (!quoted) {
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            }
        }
        return source.substring(from, at - 1);
    }

    /** Its literals; what is between two of them varies, unless it is a plus alone. */
    private static String literals(String call) {
        var message = new StringBuilder();
        var literal = LITERAL.matcher(call);
        int end = 0;
        while (literal.find()) {
            if (!call.substring(end, literal.start()).strip().equals("+")) {
                message.append('\0');
            }
            message.append(literal.group(1));
            end = literal.end();
        }
        return message.toString().replace("''", "'").replace("\\\"", "\"");
    }
}
