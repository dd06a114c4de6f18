package eyeline.web.http;

import eyeline.core.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Writes records as JSON: components are members of the same name; an empty {@link Optional} is no member. */
public final class RecordJson {

    private RecordJson() {
    }

    public static JsonObject of(Record value) {
        var json = Json.createObjectBuilder();
        for (var component : value.getClass().getRecordComponents()) {
            var member = member(component, value);
            if (member != null) {
                json.add(component.getName(), value(member));
            }
        }
        return json.build();
    }

    private static Object member(RecordComponent component, Record of) {
        try {
            var value = component.getAccessor().invoke(of);
            return value instanceof Optional<?> maybe ? maybe.orElse(null) : value;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("records that go over HTTP are public", e);
        }
    }

    private static JsonValue value(Object value) {
        if (value instanceof JsonValue json) {
            return json;
        }
        if (value instanceof Boolean flag) {
            return flag ? JsonValue.TRUE : JsonValue.FALSE;
        }
        if (value instanceof Integer || value instanceof Long) {
            return Json.createValue(((Number) value).longValue());
        }
        if (value instanceof Record inner) {
            return of(inner);
        }
        if (value instanceof Collection<?> many) {
            JsonArrayBuilder array = Json.createArrayBuilder();
            many.forEach(one -> array.add(value(one)));
            return array.build();
        }
        if (value instanceof Map<?, ?> map) {
            var object = Json.createObjectBuilder();
            map.forEach((name, one) -> object.add(name.toString(), value(one)));
            return object.build();
        }
        return Json.createValue(value.toString());
    }
}
