package eyeline.web.wire;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * Reads one JSON object and nothing else: no duplicate keys, no text after it, no deep nesting, and no string that could not
 * be written as UTF-8 or stored (lone surrogates, NUL).
 */
public final class StrictJson {

    private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());

    private StrictJson() {
    }

    /** The object, or nothing if the text is not exactly one well-formed object. */
    public static Optional<JsonObject> read(String text) {
        if (deeperThan(Limits.DEPTH, text)) {
            return Optional.empty();
        }
        try (JsonParser parser = PARSERS.createParser(new StringReader(text))) {
            if (!parser.hasNext() || parser.next() != JsonParser.Event.START_OBJECT) {
                return Optional.empty();
            }
            var object = new JsonTree(parser).object();
            return endsHere(parser) && sound(object) ? Optional.of(object) : Optional.empty();
        } catch (JsonException | IllegalStateException | IllegalArgumentException | ArithmeticException | NoSuchElementException malformed) {
            return Optional.empty();
        }
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

    private static boolean sound(JsonValue value) {
        return switch (value.getValueType()) {
            case OBJECT -> value.asJsonObject().entrySet().stream().allMatch(e -> sound(e.getKey()) && sound(e.getValue()));
            case ARRAY -> ((JsonArray) value).stream().allMatch(StrictJson::sound);
            case STRING -> sound(((JsonString) value).getString());
            case NUMBER, TRUE, FALSE, NULL -> true;
        };
    }

    private static boolean sound(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return false;
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                return false;
            }
        }
        return true;
    }
}
