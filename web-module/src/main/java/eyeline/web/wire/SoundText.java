package eyeline.web.wire;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds text that cannot be written as UTF-8 or stored: half of a surrogate pair, or NUL, which PostgreSQL has no place for. */
final class SoundText {

    private SoundText() {
    }

    /** The path of the first such string at or below {@code path}; an object whose member has such a name is named itself. */
    static Optional<String> firstUnsound(JsonValue value, String path) {
        return switch (value.getValueType()) {
            case OBJECT -> inObject(value.asJsonObject(), path);
            case ARRAY -> inArray(value.asJsonArray(), path);
            case STRING -> sound(((JsonString) value).getString()) ? Optional.empty() : Optional.of(path);
            case NUMBER, TRUE, FALSE, NULL -> Optional.empty();
        };
    }

    private static Optional<String> inObject(JsonObject object, String path) {
        return first(object.entrySet().stream().map(e -> sound(e.getKey())
                ? firstUnsound(e.getValue(), path.isEmpty() ? e.getKey() : path + "." + e.getKey()) : Optional.of(path)));
    }

    private static Optional<String> inArray(JsonArray array, String path) {
        return first(IntStream.range(0, array.size()).mapToObj(i -> firstUnsound(array.get(i), path + "[" + i + "]")));
    }

    private static Optional<String> first(Stream<Optional<String>> paths) {
        return paths.flatMap(Optional::stream).findFirst();
    }

    static boolean sound(String text) {
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
