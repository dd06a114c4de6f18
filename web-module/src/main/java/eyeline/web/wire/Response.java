package eyeline.web.wire;

import eyeline.core.json.Json;
import eyeline.core.result.Refusal;
import jakarta.json.JsonValue;
import java.util.Optional;

/** The one answer to one request. */
public record Response(String requestId, String type, int code, Optional<JsonValue> body) implements ServerMessage {

    private static final int OK = 200;

    Response(String requestId, String type, int code, JsonValue body) {
        this(requestId, type, code, Optional.of(body));
    }

    static Response ok(String requestId, RequestType type, JsonValue body) {
        return new Response(requestId, type.responseName(), OK, Optional.of(body));
    }

    static Response bare(String requestId, RequestType type) {
        return new Response(requestId, type.responseName(), OK, Optional.empty());
    }

    static Response refused(String requestId, RequestType type, Refusal refusal) {
        return new Response(requestId, type.responseName(), refusal.reason().code(), RefusalJson.of(refusal));
    }

    @Override
    public String text() {
        var message = Json.createObjectBuilder()
                .add("kind", "resp").add("reqId", requestId).add("code", code).add("type", type);
        body.ifPresent(b -> message.add("body", b));
        return message.build().toString();
    }
}
