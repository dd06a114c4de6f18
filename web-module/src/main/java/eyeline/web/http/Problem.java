package eyeline.web.http;

import eyeline.core.result.Refusal;
import eyeline.core.result.RefusalReason;
import eyeline.web.wire.RefusalJson;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A refusal over HTTP: its code, and the same body as on a socket. */
public final class Problem {

    private Problem() {
    }

    public static Response of(Refusal refusal) {
        return of(refusal.reason().code(), RefusalJson.of(refusal));
    }

    public static Response of(RefusalReason reason) {
        return of(reason.refusal());
    }

    /** Over a rate, with when to come again. */
    public static Response tooMany() {
        return Response.fromResponse(of(RefusalReason.TOO_MANY))
                .header("Retry-After", HttpLimits.RETRY_AFTER_SECONDS).build();
    }

    /** A field of the body is to blame. */
    public static Response malformed(String field, String sentence) {
        var refusal = RefusalReason.MALFORMED.because(sentence);
        return of(refusal.reason().code(), Json.createObjectBuilder(RefusalJson.of(refusal)).add("field", field).build());
    }

    static Response of(int code, JsonObject body) {
        return Response.status(code).type(MediaType.APPLICATION_JSON_TYPE).entity(body.toString()).build();
    }

    static Response of(int code, RefusalReason reason, String sentence) {
        return of(code, RefusalJson.of(reason.because(sentence)));
    }

    /** From a filter, before JAX-RS or the upgrade. */
    public static void send(HttpServletResponse response, int code, Refusal refusal) throws IOException {
        response.setStatus(code);
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write(RefusalJson.of(refusal).toString().getBytes(StandardCharsets.UTF_8));
    }

    public static void send(HttpServletResponse response, RefusalReason reason) throws IOException {
        if (reason == RefusalReason.TOO_MANY) {
            response.setIntHeader("Retry-After", HttpLimits.RETRY_AFTER_SECONDS);
        }
        send(response, reason.code(), reason.refusal());
    }
}
