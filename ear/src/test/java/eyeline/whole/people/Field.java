package eyeline.whole.people;

import eyeline.whole.wire.Body;
import jakarta.json.Json;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A member that a client writes: where it stands (RFC 6901), of what kind it is, and how much of it there may be. */
record Field(String pointer, Kind kind, int least, int most, Set<Trait> traits) {

    enum Kind {
        /** Any text of one line. */
        TEXT,
        /** A text of a form of its own. */
        FORM,
        BOOLEAN,
        INTEGER,
        LIST,
        OBJECT
    }

    enum Trait {
        /** May be absent. */
        OPTIONAL,
        /** An entry of a list or a map: without it the list is shorter, and null is no entry. */
        ENTRY,
        /** Is never read. */
        SECRET
    }

    /** What people paste, and what somebody hopes that we run. */
    static final List<String> HOSTILE = List.of("<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "\u202Eabc\u200F\u2066x",
            "=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(1)", "'; DROP TABLE app_user; --", "${7*7}{{7*7}}", "%s%n%00", "../../etc/passwd",
            "e\u0301 \u00E9 \uD83D\uDE00", " between blanks ", "\u00A0", "\uFEFFmarked", "\"quoted\" \\ and & more");

    static Field text(String pointer, int most, Trait... traits) {
        return new Field(pointer, Kind.TEXT, 1, most, Set.of(traits));
    }

    static Field form(String pointer, int most, Trait... traits) {
        return new Field(pointer, Kind.FORM, 1, most, Set.of(traits));
    }

    static Field integer(String pointer, int least, int most) {
        return new Field(pointer, Kind.INTEGER, least, most, Set.of());
    }

    static Field of(Kind kind, String pointer, Trait... traits) {
        return new Field(pointer, kind, 0, 0, Set.of(traits));
    }

    boolean is(Trait trait) {
        return traits.contains(trait);
    }

    /** As refusals name it: {@code /iceServers/0/url} is {@code iceServers[0].url}. */
    String name() {
        return pointer.substring(1).replaceAll("/([0-9]+)", "[$1]").replace('/', '.');
    }

    /** Whether a refusal is about this field alone, about what is in it, or about the list that it is an entry of. */
    boolean blamed(String fields) {
        return !fields.isEmpty() && Arrays.stream(fields.split(" ")).allMatch(blamed -> blamed.equals(name())
                || blamed.startsWith(name() + ".") || is(Trait.ENTRY) && blamed.equals(name().replaceAll("\\[[0-9]+]$", "")));
    }

    /** The body without it, with null, with every wrong type, too small and too large; the key says which. */
    <T extends JsonStructure> Map<String, T> impossible(T body) {
        var bodies = new LinkedHashMap<String, T>();
        if (!is(Trait.OPTIONAL) && !is(Trait.ENTRY)) {
            bodies.put("missing", Json.createPointer(pointer).remove(body));
        }
        if (!is(Trait.OPTIONAL) && (!is(Trait.ENTRY) || pointer.matches(".*/[0-9]+"))) {
            bodies.put("null", with(body, JsonValue.NULL));
        }
        for (var value : wrong()) {
            var text = value.toString();
            bodies.put(text.length() > 60 ? text.substring(0, 20) + "… of " + text.length() : text, with(body, value));
        }
        return bodies;
    }

    <T extends JsonStructure> T with(T body, JsonValue value) {
        return Json.createPointer(pointer).add(body, value);
    }

    private List<JsonValue> wrong() {
        var values = new ArrayList<JsonValue>();
        if (kind == Kind.TEXT || kind == Kind.FORM) {
            values.addAll(List.of(Body.value(""), Body.value("x".repeat(most + 1)), Body.value("\uD83D\uDE00".repeat(most / 2 + 1))));
        } else {
            values.add(Body.value("text"));
        }
        if (kind == Kind.FORM) {
            HOSTILE.stream().map(Body::value).forEach(values::add);
        }
        if (kind == Kind.INTEGER) {
            values.addAll(List.of(Body.value(least - 1), Body.value(most + 1), Json.createValue(12.5), Json.createValue(1e300),
                    Body.value("12"), Body.value(Long.MAX_VALUE), Body.value(Integer.MIN_VALUE)));
        } else {
            values.add(Body.value(5));
        }
        if (kind != Kind.BOOLEAN) {
            values.add(JsonValue.TRUE);
        }
        if (kind != Kind.LIST) {
            values.add(JsonValue.EMPTY_JSON_ARRAY);
        }
        if (kind != Kind.OBJECT) {
            values.add(JsonValue.EMPTY_JSON_OBJECT);
        }
        return values;
    }
}
