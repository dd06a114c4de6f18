package eyeline.web.http;

import eyeline.core.json.Json;
import eyeline.core.result.Refusal;
import eyeline.core.result.RefusalReason;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** A refusal over HTTP: problem details (RFC 9457) with the stable {@code reason} of docs/protocol.md. */
public final class Problem {

    static final String TYPE = "application/problem+json";

    private Problem() {
    }

    public static Response of(Refusal refusal) {
        return of(refusal.reason().code(), refusal);
    }

    public static Response of(RefusalReason reason) {
        return of(reason.refusal());
    }

    /** Over a rate, with when to come again. */
    public static Response tooMany() {
        return Response.fromResponse(of(RefusalReason.TOO_MANY))
                .header("Retry-After", HttpLimits.RETRY_AFTER_SECONDS).build();
    }

    /** Too many failures, with when the next attempt may be made. */
    public static Response tooMany(Duration pause) {
        var seconds = Math.max(1, pause.plusMillis(999).toSeconds());
        var minutes = (seconds + 59) / 60;
        var words = seconds == 1 ? "a second" : seconds < 60 ? seconds + " seconds" : minutes == 1 ? "a minute" : minutes + " minutes";
        return Response.fromResponse(of(RefusalReason.TOO_MANY.because("Too many attempts failed. Try again in " + words + ".")))
                .header("Retry-After", seconds).build();
    }

    /** A field of the body is to blame. */
    public static Response malformed(String field, String sentence) {
        return of(RefusalReason.MALFORMED.because(sentence).at(field));
    }

    /** Several fields are. */
    static Response malformed(List<FieldError> errors) {
        var summary = errors.size() == 1 ? errors.get(0).detail() : errors.size() + " fields are wrong.";
        return response(400, json(400, RefusalReason.MALFORMED.because(summary), errors));
    }

    /** Somebody else was first; {@code current} is what is there now. */
    static Response changedMeanwhile(JsonObject current) {
        var refusal = RefusalReason.CHANGED_MEANWHILE.refusal();
        return response(refusal.reason().code(),
                json(refusal.reason().code(), refusal, List.of()).add("current", current));
    }

    static Response of(int code, RefusalReason reason, String sentence) {
        return of(code, reason.because(sentence));
    }

    /** From a filter, before JAX-RS or the upgrade. */
    public static void send(HttpServletResponse response, int code, Refusal refusal) throws IOException {
        if (code == RefusalReason.UNAVAILABLE.code()) {
            response.setIntHeader("Retry-After", HttpLimits.RETRY_AFTER_SECONDS);
        }
        response.setStatus(code);
        response.setContentType(TYPE);
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write(json(code, refusal, List.of()).build().toString().getBytes(StandardCharsets.UTF_8));
    }

    public static void send(HttpServletResponse response, RefusalReason reason) throws IOException {
        if (reason == RefusalReason.TOO_MANY) {
            response.setIntHeader("Retry-After", HttpLimits.RETRY_AFTER_SECONDS);
        }
        send(response, reason.code(), reason.refusal());
    }

    private static Response of(int code, Refusal refusal) {
        var errors = refusal.field().map(field -> List.of(new FieldError(field, refusal.message()))).orElse(List.of());
        return response(code, json(code, refusal, errors));
    }

    private static Response response(int code, JsonObjectBuilder body) {
        return Response.status(code).type(MediaType.valueOf(TYPE)).entity(body.build().toString())
                .header("Cache-Control", "no-store").build();
    }

    private static JsonObjectBuilder json(int code, Refusal refusal, List<FieldError> errors) {
        var reason = refusal.reason();
        var json = Json.createObjectBuilder()
                .add("type", "urn:eyeline:problem:" + reason.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .add("title", reason.sentence())
                .add("status", code)
                .add("detail", refusal.message())
                .add("reason", reason.name());
        if (!errors.isEmpty()) {
            var list = Json.createArrayBuilder();
            errors.forEach(e -> list.add(Json.createObjectBuilder().add("field", e.field()).add("detail", e.detail())));
            json.add("errors", list);
        }
        return json;
    }
}
