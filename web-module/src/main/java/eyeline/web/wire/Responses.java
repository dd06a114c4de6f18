package eyeline.web.wire;

import eyeline.core.call.Calls;
import eyeline.core.conversation.ConversationId;
import eyeline.core.conversation.TranscriptEvent;
import eyeline.core.conversation.WaitingPage;
import eyeline.core.json.Json;
import eyeline.core.relay.MediaConnection;
import eyeline.core.result.Refusal;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;

/** The answers to one request: each knows the request's id and the answer's type. */
public record Responses(String requestId, RequestType type) {

    public static Responses to(Received.Good good) {
        return new Responses(good.id(), good.type());
    }

    public Response refused(Refusal refusal) {
        return Response.refused(requestId, type, refusal);
    }

    public Response done() {
        return Response.ok(requestId, type, JsonValue.EMPTY_JSON_OBJECT);
    }

    /** 200 without a body: what the documented API answers to a subscription to events. */
    public Response bare() {
        return Response.bare(requestId, type);
    }

    /** 200 with a sentence as the body: what the documented API answers to changes. */
    public Response sentence(String sentence) {
        return Response.ok(requestId, type, Json.createValue(sentence));
    }

    public Response clock(Instant now) {
        return Response.ok(requestId, type, Json.createObjectBuilder().add("currentTime", now.toEpochMilli()).build());
    }

    public Response subscription(String subscriptionId) {
        return Response.ok(requestId, type, Json.createObjectBuilder().add("subscriptionId", subscriptionId).build());
    }

    public Response conversation(ConversationId id) {
        return Response.ok(requestId, type, Json.createObjectBuilder().add("conversationId", id.toString()).build());
    }

    /** The next of those who wait. */
    public Response waiting(WaitingPage page) {
        return Response.ok(requestId, type, RingJson.page(page));
    }

    public Response sequence(int sequence) {
        return Response.ok(requestId, type, Json.createObjectBuilder().add("sequence", sequence).build());
    }

    /** The events as an array, which clients go through at once. */
    public Response events(List<TranscriptEvent> events) {
        var array = Json.createArrayBuilder();
        events.forEach(event -> array.add(EventJson.of(event)));
        return Response.ok(requestId, type, array.build());
    }

    /** {@code profile}: what this consumer said of himself on this socket, as JSON text. */
    public Response profile(String consumerId, String profile) {
        var known = StrictJson.read(profile).orElse(JsonValue.EMPTY_JSON_OBJECT);
        return Response.ok(requestId, type, Json.createObjectBuilder(known).add("userId", consumerId).build());
    }

    public Response invited(Calls.Invited invited) {
        return Response.ok(requestId, type, Json.createObjectBuilder()
                .add("callId", invited.callId().toString())
                .add("dialogId", invited.callId().toString())
                .add("expiresAt", invited.expiresAt().toEpochMilli())
                .add("sessionKey", invited.sessionKey()).build());
    }

    public Response resumed(Calls.Resumed resumed) {
        return Response.ok(requestId, type, Json.createObjectBuilder()
                .add("sessionKey", resumed.sessionKey())
                .add("round", resumed.round()).build());
    }

    public Response accepted(Calls.Accepted accepted) {
        return Response.ok(requestId, type, Json.createObjectBuilder()
                .add("callId", accepted.callId().toString())
                .add("sessionKey", accepted.sessionKey()).build());
    }

    public Response connection(MediaConnection connection) {
        return Response.ok(requestId, type, Json.createObjectBuilder().add("connection", CallStateJson.json(connection)).build());
    }
}
