package eyeline.web.wire;

import eyeline.core.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import java.util.HashSet;

/**
 * Builds values from a parser's events and refuses duplicate keys. The parser's own {@code getObject} takes the last of them
 * whatever its key strategy says.
 */
final class JsonTree {

    private final JsonParser parser;

    JsonTree(JsonParser parser) {
        this.parser = parser;
    }

    /** The parser has just read the object's start. */
    JsonObject object() {
        var object = Json.createObjectBuilder();
        var names = new HashSet<String>();
        while (parser.next() != JsonParser.Event.END_OBJECT) {
            var name = parser.getString();
            if (!names.add(name)) {
                throw new JsonException("duplicate key");
            }
            object.add(name, value(parser.next()));
        }
        return object.build();
    }

    private JsonArray array() {
        var array = Json.createArrayBuilder();
        for (var event = parser.next(); event != JsonParser.Event.END_ARRAY; event = parser.next()) {
            array.add(value(event));
        }
        return array.build();
    }

    /** The parser computes with what it reads, and gives up on a thousand digits in its own way. */
    private JsonValue number() {
        if (parser.getString().length() > Limits.NUMBER) {
            throw new JsonException("long number");
        }
        return parser.getValue();
    }

    private JsonValue value(JsonParser.Event event) {
        return switch (event) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_NUMBER -> number();
            case VALUE_STRING, VALUE_TRUE, VALUE_FALSE, VALUE_NULL -> parser.getValue();
            case KEY_NAME, END_OBJECT, END_ARRAY -> throw new JsonException("value expected");
        };
    }
}
