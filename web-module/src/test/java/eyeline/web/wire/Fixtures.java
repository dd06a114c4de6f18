package eyeline.web.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The messages that tests are made of: files under {@code wire/} and the JSON blocks of docs/protocol.md. */
final class Fixtures {

    private static final Path FILES = Path.of("src/test/resources/wire");
    private static final Path DOCUMENT = Path.of("../docs/protocol.md");
    private static final Pattern BLOCK = Pattern.compile("(?m)^```json ([^\\n]+)\\n(.+?)\\n```", Pattern.DOTALL);

    private Fixtures() {
    }

    static List<Path> files(String folder) {
        try (var files = Files.list(FILES.resolve(folder))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The blocks by their first line: the type and who sends it. */
    static Map<String, String> blocks() {
        var blocks = new LinkedHashMap<String, String>();
        var matcher = BLOCK.matcher(text(DOCUMENT));
        while (matcher.find()) {
            blocks.put(matcher.group(1), matcher.group(2));
        }
        return blocks;
    }
}
