package eyeline.web.openapi;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * What all of the API has in common and no method says (docs/rest.md, "Rules"): entity tags, pages of lists, merge patches,
 * refusals. The build applies it to what it has read off the resources; the server never loads it.
 */
public final class Description implements OASFilter {

    private static final String JSON = "application/json";
    private static final String BYTES = "application/octet-stream";
    private static final String MERGE_PATCH = "application/merge-patch+json";
    private static final String PROBLEM = "#/components/schemas/Problem";
    private static final Map<String, String> REFUSALS = new TreeMap<>(Map.of(
            "400", "MALFORMED: `errors` names each field that is wrong", "401", "NOT_AUTHENTICATED: there is no log-in, or it has ended",
            "403", "NOT_PERMITTED: the role does not allow it", "404", "NOT_FOUND: unknown, or another account's",
            "409", "NAME_TAKEN, IN_USE or LAST_ADMINISTRATOR", "412", "CHANGED_MEANWHILE: `current` is what is there now",
            "413", "TOO_LARGE: more than 64 KiB", "415", "The body is not JSON", "428", "IF_MATCH_MISSING: say which version you saw",
            "429", "TOO_MANY: come again after Retry-After seconds"));

    @Override
    public void filterOpenAPI(OpenAPI api) {
        REFUSALS.forEach((code, why) -> api.getComponents().addResponse("Refusal" + code, refusal(why)));
        api.getComponents().addResponse("Refusal", refusal("Any other refusal"));
        var paths = api.getPaths().getPathItems();
        paths.forEach((path, item) -> item.getOperations().forEach((verb, operation) -> {
            answers(verb, operation, versioned(item), versioned(paths.get(path + "/{id}")));
            body(verb, operation);
            refusals(verb, operation);
        }));
    }

    /** Bean Validation wants the whole text to match, JSON Schema a part of it; what only Java can read becomes a sentence. */
    @Override
    public Schema filterSchema(Schema schema) {
        var pattern = schema.getPattern();
        if (pattern != null && pattern.contains("\\p{")) {
            schema.pattern(null).description("One line of text");
        } else if (pattern != null && !pattern.startsWith("^")) {
            schema.pattern("^(?:" + pattern + ")$");
        }
        return schema;
    }

    /** What can be replaced has versions. */
    private static boolean versioned(PathItem item) {
        return item != null && item.getPUT() != null;
    }

    private static void answers(HttpMethod verb, Operation operation, boolean versioned, boolean listed) {
        var answers = operation.getResponses();
        var codes = answers.getAPIResponses().keySet().stream().filter(code -> code.startsWith("2")).toList();
        var good = codes.stream().map(answers::getAPIResponse).filter(answer -> verb == HttpMethod.GET || shaped(answer)).findFirst();
        if (good.isEmpty()) {
            codes.forEach(answers::removeAPIResponse);
            answers.addAPIResponse("204", OASFactory.createAPIResponse().description("Done"));
        } else {
            describe(good.get(), verb, operation, versioned, listed);
        }
    }

    /** Whether a method says what it answers with. */
    private static boolean shaped(APIResponse answer) {
        return answer.getContent() != null && answer.getContent().getMediaTypes().values().stream().map(media -> media.getSchema())
                .anyMatch(schema -> schema != null && (schema.getRef() != null || schema.getType() != null));
    }

    private static void describe(APIResponse good, HttpMethod verb, Operation operation, boolean versioned, boolean listed) {
        if (verb == HttpMethod.GET && named(operation, "cursor")) {
            page(good);
        }
        if (versioned || listed && verb == HttpMethod.POST) {
            good.addHeader("ETag", header("The version, for If-Match"));
        }
        if (listed && verb == HttpMethod.POST) {
            good.addHeader("Location", header("The address of what was made"));
        }
    }

    private static boolean named(Operation operation, String parameter) {
        return operation.getParameters() != null && operation.getParameters().stream().anyMatch(p -> parameter.equals(p.getName()));
    }

    private static Header header(String what) {
        return OASFactory.createHeader().description(what).schema(type(SchemaType.STRING));
    }

    private static Schema type(SchemaType type) {
        return OASFactory.createSchema().type(List.of(type));
    }

    private static void page(APIResponse good) {
        good.getContent().getMediaTypes().values().forEach(media -> media.setSchema(type(SchemaType.OBJECT)
                .addProperty("items", type(SchemaType.ARRAY).items(media.getSchema()))
                .addProperty("next", type(SchemaType.STRING).description("The cursor of the next page; absent on the last"))
                .addProperty("total", type(SchemaType.INTEGER)).required(List.of("items", "total"))));
    }

    private static void body(HttpMethod verb, Operation operation) {
        var body = operation.getRequestBody();
        if (body != null && !body.getContent().hasMediaType(BYTES)) {
            // the text that the method takes is one of them
            var media = body.getContent().getMediaTypes().values().stream().filter(m -> m.getSchema().getRef() != null).findFirst()
                    .orElseGet(OASFactory::createMediaType);
            body.setContent(OASFactory.createContent().addMediaType(verb == HttpMethod.PATCH ? MERGE_PATCH : JSON, media));
            if (verb == HttpMethod.PATCH) {
                body.setDescription("A merge patch (RFC 7396): only the members that change");
                media.setSchema(type(SchemaType.OBJECT).description("Some members of what PUT takes"));
            }
        }
        if (named(operation, "If-Match")) {
            operation.getParameters().stream().filter(p -> "If-Match".equals(p.getName()))
                    .forEach(p -> p.required(true).description("The ETag of the version that you saw"));
        }
    }

    private static void refusals(HttpMethod verb, Operation operation) {
        if (operation.getRequestBody() != null) {
            refer(operation, "400", "413", "415");
        }
        if (named(operation, "cursor")) {
            refer(operation, "400");
        }
        if (operation.getSecurity() != null && !operation.getSecurity().isEmpty()) {
            refer(operation, "401", "403", "404");
            if (verb != HttpMethod.GET) {
                refer(operation, "409");
            }
        }
        if (named(operation, "If-Match")) {
            refer(operation, "412", "428");
        }
        operation.getResponses().addAPIResponse("default", OASFactory.createAPIResponse().ref("Refusal"));
        operation.getResponses().setAPIResponses(new TreeMap<>(operation.getResponses().getAPIResponses()));
    }

    private static void refer(Operation operation, String... codes) {
        for (var code : codes) {
            operation.getResponses().addAPIResponse(code, OASFactory.createAPIResponse().ref("Refusal" + code));
        }
    }

    private static APIResponse refusal(String why) {
        Content content = OASFactory.createContent().addMediaType("application/problem+json",
                OASFactory.createMediaType().schema(OASFactory.createSchema().ref(PROBLEM)));
        return OASFactory.createAPIResponse().description(why).content(content);
    }
}
