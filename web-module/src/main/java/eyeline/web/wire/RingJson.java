package eyeline.web.wire;

import eyeline.core.conversation.Ring;
import jakarta.json.Json;
import jakarta.json.JsonObject;

/** A waiting conversation as it rings an agent (docs/protocol.md, routing.RoutingTaskNotification). */
final class RingJson {

    private RingJson() {
    }

    static JsonObject change(Ring ring, boolean ringing) {
        var id = ring.conversationId().toString();
        return Json.createObjectBuilder()
                .add("type", ringing ? "UPSERT" : "DELETE")
                .add("result", Json.createObjectBuilder()
                        .add("routingTaskId", id)
                        .add("conversationId", id)
                        .add("consumerId", ring.consumerId())
                        .add("skillId", ring.skillId())
                        .add("taskCompleted", !ringing)
                        .add("waitingSince", ring.waitingSince().toEpochMilli())
                        .add("ringsDetails", Json.createArrayBuilder().add(Json.createObjectBuilder()
                                .add("ringId", id).add("ringState", ringing ? "WAITING" : "CLOSED"))))
                .build();
    }
}
