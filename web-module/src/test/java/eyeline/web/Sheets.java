package eyeline.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The style sheets of our pages: the files, and those that scripts have in them. The tag's is none: it stands in somebody else's page. */
final class Sheets {
    private static final Path PAGES = Path.of("src/main/webapp");
    private static final Pattern IN_A_SCRIPT = Pattern.compile("css`([^`]*)`");

    /** One sheet; {@code file} from the root of the pages on. */
    record Sheet(String file, String text) { }

    private Sheets() {
    }

    static List<Sheet> all() throws IOException {
        try (var files = Files.walk(PAGES)) {
            return files.filter(file -> file.toString().matches(".*\\.(js|css)") && !file.endsWith("tag.js")).flatMap(Sheets::of).toList();
        }
    }

    private static Stream<Sheet> of(Path file) {
        var name = PAGES.relativize(file).toString();
        var text = read(file);
        return name.endsWith(".css") ? Stream.of(new Sheet(name, text))
                : IN_A_SCRIPT.matcher(text).results().map(found -> new Sheet(name, found.group(1)));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
