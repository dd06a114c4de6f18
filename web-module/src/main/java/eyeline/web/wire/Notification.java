package eyeline.web.wire;

import eyeline.core.json.Json;
import jakarta.json.JsonObject;

/** What the server says unasked. The body is always an object: a client reads {@code body.subscriptionId} on every one. */
public record Notification(NotificationType type, JsonObject body) implements ServerMessage {

    @Override
    public String text() {
        return Json.createObjectBuilder()
                .add("kind", "notification").add("type", type.wireName()).add("body", body)
                .build().toString();
    }
}
