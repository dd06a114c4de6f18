package eyeline.web.http;

import eyeline.web.wire.StrictJson;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.WebApplicationException;
import java.util.Optional;

/** A request's body, read strictly; what is wrong is refused with the field's name. */
public final class JsonBody {

    private final JsonObject object;

    private JsonBody(JsonObject object) {
        this.object = object;
    }

    /** An absent body is an empty object. */
    public static JsonBody read(String text) {
        if (text == null || text.isEmpty()) {
            return new JsonBody(JsonValue.EMPTY_JSON_OBJECT);
        }
        return new JsonBody(object(text));
    }

    /** The one JSON object that a body is; refused otherwise, with the name of a text that cannot be kept. */
    static JsonObject object(String text) {
        var looked = StrictJson.look(text).orElseThrow(() -> malformed("body", "The body is not one JSON object."));
        looked.unsound().ifPresent(path -> {
            var field = path.length() > HttpLimits.FIELD ? "body" : path;
            throw malformed(field, StrictJson.Looked.words(field));
        });
        return looked.object();
    }

    public String text(String name, int limit) {
        return optionalText(name, limit).orElseThrow(() -> malformed(name, name + " is missing."));
    }

    public Optional<String> optionalText(String name, int limit) {
        var value = object.get(name);
        if (value == null || value == JsonValue.NULL) {
            return Optional.empty();
        }
        if (!(value instanceof JsonString text)) {
            throw malformed(name, name + " must be a string.");
        }
        if (text.getString().length() > limit) {
            throw malformed(name, name + " has more than " + limit + " characters.");
        }
        return Optional.of(text.getString());
    }

    private static WebApplicationException malformed(String field, String sentence) {
        return new Refused(Problem.malformed(field, sentence));
    }
}
