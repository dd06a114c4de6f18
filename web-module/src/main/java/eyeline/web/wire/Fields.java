package eyeline.web.wire;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Typed access to the members of one object; says by name which one is missing, of the wrong type, or too large. */
final class Fields {

    private static final String UUID_FORM = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    private final JsonObject object;
    private final String path;

    Fields(JsonObject object, String path) {
        this.object = object;
        this.path = path;
    }

    /** The object itself, for what is passed on as it came. */
    JsonObject json() {
        return object;
    }

    /** Absent and {@code null} are the same. */
    private Optional<JsonValue> value(String name) {
        return Optional.ofNullable(object.get(name)).filter(v -> v != JsonValue.NULL);
    }

    boolean has(String name) {
        return value(name).isPresent();
    }

    boolean isNull(String name) {
        return object.get(name) == JsonValue.NULL;
    }

    Malformed wrong(String name, String what) {
        return new Malformed(at(name), at(name) + " " + what);
    }

    private String at(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private <T> T required(String name, Optional<T> value) throws Malformed {
        return value.orElseThrow(() -> wrong(name, "is missing."));
    }

    String text(String name, int limit) throws Malformed {
        return required(name, optionalText(name, limit));
    }

    Optional<String> optionalText(String name, int limit) throws Malformed {
        var value = value(name);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (!(value.get() instanceof JsonString text)) {
            throw wrong(name, "must be a string.");
        }
        if (text.getString().length() > limit) {
            throw wrong(name, "has more than " + limit + " characters.");
        }
        return Optional.of(text.getString());
    }

    UUID uuid(String name) throws Malformed {
        var text = text(name, Limits.UUID_TEXT);
        if (!text.matches(UUID_FORM)) {
            throw wrong(name, "must be a UUID.");
        }
        return UUID.fromString(text);
    }

    Optional<UUID> optionalUuid(String name) throws Malformed {
        return has(name) ? Optional.of(uuid(name)) : Optional.empty();
    }

    boolean flag(String name) throws Malformed {
        return required(name, optionalFlag(name));
    }

    Optional<Boolean> optionalFlag(String name) throws Malformed {
        var value = value(name);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (value.get() != JsonValue.TRUE && value.get() != JsonValue.FALSE) {
            throw wrong(name, "must be true or false.");
        }
        return Optional.of(value.get() == JsonValue.TRUE);
    }

    int whole(String name, int least, int most) throws Malformed {
        return required(name, optionalWhole(name, least, most)).intValue();
    }

    long wholeLong(String name, long least, long most) throws Malformed {
        return required(name, optionalWhole(name, least, most));
    }

    Optional<Long> optionalWhole(String name, long least, long most) throws Malformed {
        var value = value(name);
        return value.isEmpty() ? Optional.empty() : Optional.of(whole(name, value.get(), least, most));
    }

    private long whole(String name, JsonValue value, long least, long most) throws Malformed {
        if (!(value instanceof JsonNumber number)) {
            throw wrong(name, "must be a number.");
        }
        try {
            long whole = number.bigDecimalValue().longValueExact();
            if (whole < least || whole > most) {
                throw wrong(name, "must be between " + least + " and " + most + ".");
            }
            return whole;
        } catch (ArithmeticException fraction) {
            throw wrong(name, "must be a whole number.");
        }
    }

    /** One of an enum's names. */
    <E extends Enum<E>> E word(String name, Class<E> type) throws Malformed {
        var text = text(name, Limits.WORD);
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(text)) {
                return constant;
            }
        }
        throw wrong(name, "must be one of " + List.of(type.getEnumConstants()) + ".");
    }

    <E extends Enum<E>> Optional<E> optionalWord(String name, Class<E> type) throws Malformed {
        return has(name) ? Optional.of(word(name, type)) : Optional.empty();
    }

    Fields object(String name) throws Malformed {
        return required(name, optionalObject(name));
    }

    Optional<Fields> optionalObject(String name) throws Malformed {
        var value = value(name);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (!(value.get() instanceof JsonObject inner)) {
            throw wrong(name, "must be an object.");
        }
        return Optional.of(new Fields(inner, at(name)));
    }

    /** The elements of an array; a bare element stands for an array of one (protocol.md, 2.3). */
    private List<JsonValue> elements(String name, int limit) throws Malformed {
        var elements = value(name).map(v -> v instanceof JsonArray array ? List.copyOf(array) : List.of(v)).orElse(List.of());
        if (elements.size() > limit) {
            throw wrong(name, "has more than " + limit + " elements.");
        }
        return elements;
    }

    List<Fields> objects(String name, int limit) throws Malformed {
        var result = new java.util.ArrayList<Fields>();
        for (JsonValue element : elements(name, limit)) {
            if (!(element instanceof JsonObject inner)) {
                throw wrong(name, "must hold objects.");
            }
            result.add(new Fields(inner, at(name)));
        }
        return result;
    }

    List<String> texts(String name, int limit, int length) throws Malformed {
        var result = new java.util.ArrayList<String>();
        for (JsonValue element : elements(name, limit)) {
            if (!(element instanceof JsonString text) || text.getString().length() > length) {
                throw wrong(name, "must hold strings of at most " + length + " characters.");
            }
            result.add(text.getString());
        }
        return result;
    }

    List<Integer> wholes(String name, int limit) throws Malformed {
        var result = new java.util.ArrayList<Integer>();
        for (JsonValue element : elements(name, limit)) {
            result.add((int) whole(name, element, 0, Integer.MAX_VALUE));
        }
        return result;
    }
}
