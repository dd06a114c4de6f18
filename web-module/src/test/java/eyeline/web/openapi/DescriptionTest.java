package eyeline.web.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The description that the build made of the resources: valid, whole, and true to docs/who-may.md. */
class DescriptionTest {
    private final String text;
    private final OpenAPI api;

    DescriptionTest() throws IOException {
        try (var document = OpenApiResource.class.getResourceAsStream("openapi.json")) {
            text = new String(document.readAllBytes(), StandardCharsets.UTF_8);
        }
        var read = new OpenAPIV3Parser().readContents(text, null, new ParseOptions());
        assertEquals(List.of(), read.getMessages());
        api = read.getOpenAPI();
    }

    @Test
    void isOpenApi31AndEveryReferenceLeadsSomewhere() {
        assertTrue(api.getOpenapi().startsWith("3.1."), api.getOpenapi());
        var json = json();
        var references = new TreeSet<String>();
        references(json, references);
        assertTrue(references.size() > 20, references.toString());
        references.forEach(reference -> assertTrue(
                Json.createPointer(reference.substring(1)).containsValue(json), reference + " leads nowhere"));
    }

    private JsonObject json() {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    private static void references(JsonValue value, TreeSet<String> found) {
        if (value instanceof JsonObject object) {
            object.forEach((name, member) -> {
                if (name.equals("$ref")) {
                    found.add(((JsonString) member).getString());
                } else {
                    references(member, found);
                }
            });
        } else if (value.getValueType() == JsonValue.ValueType.ARRAY) {
            value.asJsonArray().forEach(item -> references(item, found));
        }
    }

    @Test
    void describesEveryEndpointAndNoOtherAndWhichNeedALogIn() throws IOException {
        var described = new TreeMap<String, String>();
        operations().forEach((name, operation) -> described.put(name, operation.getSecurity() == null ? "anybody" : "log-in"));
        var rows = new TreeMap<String, String>();
        Files.readAllLines(Path.of("../docs/who-may.md")).stream().filter(line -> line.startsWith("| `")).map(line -> line.split("\\|"))
                .forEach(cells -> rows.put(cells[1].strip().replace("`", ""), cells[2].strip().equals("anybody") ? "anybody" : "log-in"));
        assertEquals(rows, described);
    }

    private Map<String, Operation> operations() {
        var found = new TreeMap<String, Operation>();
        api.getPaths().forEach((path, item) -> item.readOperationsMap().forEach(
                (verb, operation) -> found.put(verb + " " + path.replaceFirst("^/api", ""), operation)));
        return found;
    }

    @Test
    void everyOperationSaysWhatItDoesWhatItTakesAndWhatItAnswers() {
        var ids = new HashSet<String>();
        var wanting = new ArrayList<String>();
        operations().forEach((name, operation) -> {
            assertTrue(ids.add(operation.getOperationId()), name + " has another's id");
            if (operation.getSummary() == null || operation.getTags() == null) {
                wanting.add(name + ": no summary or tag");
            }
            var body = operation.getRequestBody();
            if (body != null && body.getContent().containsKey("application/octet-stream")) {
                assertEquals("POST /account/{account}/check/upload", name);
            } else if (body != null && !name.startsWith("PATCH") && body.getContent().get("application/json").getSchema().get$ref() == null) {
                wanting.add(name + ": what does it take?");
            }
            operation.getResponses().forEach((code, answer) -> {
                if (code.equals("200") || code.equals("201")) {
                    answer.getContent().values().stream().filter(media -> media.getSchema() == null)
                            .forEach(media -> wanting.add(name + ": what does it answer?"));
                }
            });
        });
        assertEquals(List.of(), wanting);
    }

    @Test
    void whatHasVersionsSaysSo() {
        var user = "/account/{account}/configuration/le-users/users/{id}";
        for (var verb : List.of("PUT", "PATCH", "DELETE")) {
            var change = operations().get(verb + " " + user);
            assertTrue(change.getParameters().stream().anyMatch(p -> p.getName().equals("If-Match") && p.getRequired()), verb);
            assertTrue(change.getResponses().keySet().containsAll(List.of("412", "428")), verb);
        }
        assertTrue(operations().get("GET " + user).getResponses().get("200").getHeaders().containsKey("ETag"));
        assertTrue(operations().get("PATCH " + user).getRequestBody().getContent().containsKey("application/merge-patch+json"));
        var made = operations().get("POST /account/{account}/configuration/le-users/users").getResponses().get("201").getHeaders();
        assertTrue(made.keySet().containsAll(List.of("ETag", "Location")));
    }

    @Test
    void noSecretIsAmongWhatIsAnswered() {
        var answered = api.getComponents().getSchemas().get("UserView").getProperties().keySet();
        assertFalse(answered.toString().contains("password"), answered.toString());
    }
}
