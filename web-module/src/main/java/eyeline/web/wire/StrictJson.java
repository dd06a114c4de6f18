package eyeline.web.wire;

import eyeline.core.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * Reads one JSON object and nothing else: no duplicate keys, no text after it, no deep nesting. A string that could not be written as
 * UTF-8 or stored (half of a surrogate pair, NUL) is told by its path, so that a person can be told which text it is.
 */
public final class StrictJson {

    private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());

    private StrictJson() {
    }

    /** One object as it came; {@code unsound} is the path of the first string in it that cannot be kept, as {@code servers[0].url}. */
    public record Looked(JsonObject object, Optional<String> unsound) {

        /** What is wrong with the string at {@code path}, for a person. */
        public static String words(String path) {
            return path + " has a character that cannot be kept: NUL, or half of a surrogate pair.";
        }
    }

    /** The object, or nothing if the text is not exactly one well-formed object whose every string can be kept. */
    public static Optional<JsonObject> read(String text) {
        return look(text).filter(looked -> looked.unsound().isEmpty()).map(Looked::object);
    }

    /** The object, or nothing if the text is not exactly one well-formed object. */
    public static Optional<Looked> look(String text) {
        if (deeperThan(Limits.DEPTH, text)) {
            return Optional.empty();
        }
        try (JsonParser parser = PARSERS.createParser(new StringReader(text))) {
            if (!parser.hasNext() || parser.next() != JsonParser.Event.START_OBJECT) {
                return Optional.empty();
            }
            var object = new JsonTree(parser).object();
            return endsHere(parser) ? looked(object) : Optional.empty();
        } catch (JsonException | IllegalStateException | IllegalArgumentException | ArithmeticException | NoSuchElementException malformed) {
            return Optional.empty();
        }
    }

    /** What cannot be named, since a name is unsound at the very top, is no object at all. */
    private static Optional<Looked> looked(JsonObject object) {
        var unsound = SoundText.firstUnsound(object, "");
        return unsound.filter(String::isEmpty).isPresent() ? Optional.empty() : Optional.of(new Looked(object, unsound));
    }

    private static boolean endsHere(JsonParser parser) {
        if (parser.hasNext()) {
            parser.next();
            return false;
        }
        return true;
    }

    /** Counted before parsing, so that the parser never recurses further than this. */
    private static boolean deeperThan(int limit, String text) {
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                if (c == '\\') {
                    i++;
                } else if (c == '"') {
                    quoted = false;
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == '{' || c == '[') {
                if (++depth > limit) {
                    return true;
                }
            } else if (c == '}' || c == ']') {
                depth--;
            }
        }
        return false;
    }
}
