package eyeline.web.wire;

import eyeline.core.conversation.Ring;
import eyeline.core.conversation.RingChange;
import eyeline.core.conversation.WaitingPage;
import eyeline.core.json.Json;
import jakarta.json.JsonObject;
import java.util.List;

/** A waiting conversation as it rings an agent (docs/protocol.md, routing.RoutingTaskNotification). */
final class RingJson {

    private RingJson() {
    }

    /** Members {@code changes} and {@code total}. */
    static JsonObject page(WaitingPage page) {
        return changes(page.rings().stream().map(ring -> new RingChange(ring, true)).toList(), page.total());
    }

    static JsonObject changes(List<RingChange> changes, int total) {
        var each = Json.createArrayBuilder();
        changes.forEach(change -> each.add(change(change.ring(), change.ringing())));
        return Json.createObjectBuilder().add("changes", each).add("total", total).build();
    }

    private static JsonObject change(Ring ring, boolean ringing) {
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
