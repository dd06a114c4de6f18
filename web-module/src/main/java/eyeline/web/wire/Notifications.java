package eyeline.web.wire;

import eyeline.core.call.CallRight;
import eyeline.core.call.CallView;
import eyeline.core.conversation.TranscriptEvent;
import eyeline.core.conversation.WaitingPage;
import eyeline.core.delivery.ConversationView;
import eyeline.core.delivery.Notice;
import eyeline.core.json.Json;
import eyeline.core.presence.ConnectionId;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import java.util.UUID;

/** Everything the server says unasked, from the words of the core. */
public final class Notifications {

    private Notifications() {
    }

    /** One notification with all of a subscription's conversations, also when there is none. */
    public static Notification snapshot(String subscriptionId, List<ConversationView> views, Side reader) {
        var changes = Json.createArrayBuilder();
        views.forEach(view -> changes.add(ConversationJson.change(true, view, reader)));
        return subscribed(NotificationType.CONVERSATIONS, subscriptionId, changes);
    }

    /** One conversation that belongs to the subscription ({@code upsert}) or no longer does. */
    public static Notification conversation(String subscriptionId, boolean upsert, ConversationView view, Side reader) {
        return subscribed(NotificationType.CONVERSATIONS, subscriptionId,
                Json.createArrayBuilder().add(ConversationJson.change(upsert, view, reader)));
    }

    /** Events of one dialog; none of them for a fresh dialog that has none. */
    public static Notification events(UUID dialog, List<TranscriptEvent> events) {
        var changes = Json.createArrayBuilder();
        events.forEach(event -> changes.add(EventJson.of(event)));
        return new Notification(NotificationType.EVENTS, Json.createObjectBuilder()
                .add("dialogId", dialog.toString()).add("changes", changes).build());
    }

    public static boolean visible(TranscriptEvent event, Side reader) {
        return EventJson.visible(event, reader);
    }

    /** All who wait for an agent, by the first of them. */
    public static Notification waiting(String subscriptionId, WaitingPage page) {
        return new Notification(NotificationType.ROUTING_TASKS, Json.createObjectBuilder(RingJson.page(page))
                .add("subscriptionId", subscriptionId).add("snapshot", true).build());
    }

    public static Notification rings(String subscriptionId, Notice.RingsChanged changed) {
        return new Notification(NotificationType.ROUTING_TASKS, Json.createObjectBuilder(RingJson.changes(changed.changes(), changed.total()))
                .add("subscriptionId", subscriptionId).build());
    }

    public static Notification callState(CallView call, Side reader, ConnectionId socket) {
        return new Notification(NotificationType.CALL_STATE, CallStateJson.of(call, reader, socket));
    }

    public static Notification callSignal(Notice.CallSignalled signalled) {
        return new Notification(NotificationType.CALL_SIGNAL, Json.createObjectBuilder()
                .add("callId", signalled.call().toString())
                .add("round", signalled.round())
                .add("seq", signalled.seq())
                .add("signal", parsed(signalled.signal())).build());
    }

    public static Notification callMediaState(Notice.CallMediaChanged changed) {
        var state = changed.state();
        var body = Json.createObjectBuilder()
                .add("callId", changed.call().toString())
                .add("party", changed.party().name())
                .add("microphone", state.microphone())
                .add("camera", state.camera())
                .add("screen", state.screen())
                .add("weakNetwork", state.weakNetwork())
                .add("systemMutedMicrophone", state.systemMutedMicrophone())
                .add("systemMutedCamera", state.systemMutedCamera());
        state.waitingFor().ifPresent(what -> body.add("waitingFor", what.name()));
        return new Notification(NotificationType.CALL_MEDIA_STATE, body.build());
    }

    public static Notification callQuality(Notice.CallQualityChanged changed) {
        return new Notification(NotificationType.CALL_QUALITY, Json.createObjectBuilder()
                .add("callId", changed.call().toString())
                .add("party", changed.party().name())
                .add("mark", changed.mark().name()).build());
    }

    public static Notification callRights(Notice.CallRightsChanged rights) {
        return new Notification(NotificationType.CALL_RIGHTS, Json.createObjectBuilder()
                .add("conversationId", rights.conversation().toString())
                .add("voice", right(rights.voice()))
                .add("video", right(rights.video())).build());
    }

    private static JsonObject right(CallRight right) {
        var json = Json.createObjectBuilder().add("allowed", right.allowed());
        right.refusal().ifPresent(refusal -> json.addAll(Json.createObjectBuilder(RefusalJson.of(refusal))));
        return json.build();
    }

    private static JsonValue parsed(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readValue();
        }
    }

    private static Notification subscribed(NotificationType type, String subscriptionId, JsonArrayBuilder changes) {
        return new Notification(type, Json.createObjectBuilder()
                .add("subscriptionId", subscriptionId).add("changes", changes).build());
    }
}
