package eyeline.web.http;

import eyeline.core.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads a body into a record: strictly by type, then by the record's Bean Validation constraints. All that is wrong is refused
 * at once, each with the path of its field. A member that is missing or null is {@code null} in the record.
 */
@ApplicationScoped
public class Forms {

    /** How Bean Validation names what is in a list, behind its number. */
    private static final Pattern ENTRY = Pattern.compile("\\.<[a-z ]+>");

    @Inject
    Validator validator;

    /** A body as it came, no more than one JSON object. */
    public JsonObject object(String body) {
        return JsonBody.object(body == null ? "" : body);
    }

    /** {@code current} with the members that a merge patch names (RFC 7396). */
    public JsonObject patched(JsonObject current, String patch) {
        return Json.createMergePatch(object(patch)).apply(current).asJsonObject();
    }

    /** {@code ignored}: members that only the server sets; who sends back what was read may leave them in. */
    public <T extends Record> T read(JsonObject json, Class<T> form, String... ignored) {
        var errors = new ArrayList<FieldError>();
        var value = record(json, form, "", Set.of(ignored), errors);
        if (value != null) {
            validator.validate(value).stream()
                    .sorted(Comparator.comparing(v -> v.getPropertyPath().toString()))
                    .map(Forms::error).filter(found -> errors.stream().noneMatch(e -> e.field().equals(found.field()))).toList()
                    .forEach(errors::add);
        }
        if (!errors.isEmpty()) {
            throw new Refused(Problem.malformed(errors));
        }
        return value;
    }

    private static FieldError error(ConstraintViolation<?> violation) {
        var path = ENTRY.matcher(violation.getPropertyPath().toString()).replaceAll("");
        return new FieldError(path, path + " " + violation.getMessage() + ".");
    }

    private static <T extends Record> T record(JsonObject json, Class<T> form, String path, Set<String> ignored, List<FieldError> errors) {
        var components = form.getRecordComponents();
        var known = Arrays.stream(components).map(RecordComponent::getName).toList();
        json.keySet().stream().filter(name -> !known.contains(name) && !ignored.contains(name))
                .forEach(name -> errors.add(new FieldError(path + shortened(name), path + shortened(name) + " is not known here.")));
        var values = Arrays.stream(components)
                .map(c -> value(json.get(c.getName()), c.getGenericType(), path + c.getName(), ignored, errors)).toArray();
        try {
            var constructor = form.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(form + " is no form", e);
        }
    }

    private static Object value(JsonValue json, Type type, String path, Set<String> ignored, List<FieldError> errors) {
        if (json == null || json == JsonValue.NULL) {
            return null;
        }
        if (type == String.class) {
            return json instanceof JsonString text ? text.getString() : wrong(errors, path, "a string");
        }
        if (type == Boolean.class) {
            return json == JsonValue.TRUE || json == JsonValue.FALSE ? (Object) (json == JsonValue.TRUE)
                    : wrong(errors, path, "true or false");
        }
        if (type == Integer.class) {
            return integer(json, path, errors);
        }
        if (type instanceof Class<?> c && c.isRecord()) {
            return json instanceof JsonObject object ? record(object, c.asSubclass(Record.class), path + ".", ignored, errors)
                    : wrong(errors, path, "an object");
        }
        if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
            return json instanceof JsonArray array ? list(array, generic.getActualTypeArguments()[0], path, ignored, errors)
                    : wrong(errors, path, "a list");
        }
        if (type instanceof ParameterizedType generic && generic.getRawType() == Map.class) {
            return json instanceof JsonObject object ? map(object, generic.getActualTypeArguments()[1], path, ignored, errors)
                    : wrong(errors, path, "an object");
        }
        throw new IllegalStateException(type + " in a form");
    }

    private static Object integer(JsonValue json, String path, List<FieldError> errors) {
        try {
            return json instanceof JsonNumber number ? number.intValueExact() : wrong(errors, path, "a whole number");
        } catch (ArithmeticException | JsonException notWhole) {
            return wrong(errors, path, "a whole number of ordinary size");
        }
    }

    private static List<Object> list(JsonArray array, Type of, String path, Set<String> ignored, List<FieldError> errors) {
        var items = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            var at = path + "[" + i + "]";
            var item = value(array.get(i), of, at, ignored, errors);
            if (item != null) {
                items.add(item);
            } else if (array.get(i) == JsonValue.NULL) {
                errors.add(new FieldError(at, at + " is missing."));
            }
        }
        return items;
    }

    private static Map<String, Object> map(JsonObject object, Type of, String path, Set<String> ignored, List<FieldError> errors) {
        var members = new LinkedHashMap<String, Object>();
        object.forEach((name, json) -> {
            var member = value(json, of, path + "." + shortened(name), ignored, errors);
            if (member != null) {
                members.put(name, member);
            }
        });
        return members;
    }

    private static Object wrong(List<FieldError> errors, String path, String what) {
        errors.add(new FieldError(path, path + " must be " + what + "."));
        return null;
    }

    private static String shortened(String name) {
        return name.length() > 64 ? name.substring(0, 64) + "…" : name;
    }
}
