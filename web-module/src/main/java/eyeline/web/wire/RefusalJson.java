package eyeline.web.wire;

import eyeline.core.json.Json;
import eyeline.core.result.Refusal;
import jakarta.json.JsonObject;

/** A refusal's body: a stable reason for programs, a sentence for people, and the field if one is to blame. */
public final class RefusalJson {

    private RefusalJson() {
    }

    public static JsonObject of(Refusal refusal) {
        return Json.createObjectBuilder().add("reason", refusal.reason().name()).add("message", refusal.message()).build();
    }

    static JsonObject of(Refusal refusal, String field) {
        return Json.createObjectBuilder(of(refusal)).add("field", field).build();
    }
}
