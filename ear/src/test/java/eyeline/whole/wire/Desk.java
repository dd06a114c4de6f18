package eyeline.whole.wire;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.function.Predicate;

/** What a consumer's tab and an agent's desk have in common: one socket, conversations, and calls. */
public class Desk implements AutoCloseable {
    static final String CONVERSATIONS = "cqm.ExConversationChangeNotification";
    static final String EVENTS = "ms.MessagingEventNotification";
    static final String CALL = "call.StateNotification";

    private final Wire wire;

    Desk(Wire wire) {
        this.wire = wire;
    }

    public Wire wire() {
        return wire;
    }

    /** Subscribes to a conversation's events. */
    public void listens(String conversation, int fromSequence) {
        wire.expect("ms.SubscribeMessagingEvents", Body.of("dialogId", conversation, "fromSeq", fromSequence));
    }

    /** Publishes a text; the result is its sequence. */
    public int says(String conversation, String text) {
        return publishes(conversation, Body.of("type", "ContentEvent", "contentType", "text/plain", "message", text));
    }

    public int publishes(String conversation, JsonObject event) {
        return wire.expect("ms.PublishEvent", Body.of("dialogId", conversation, "conversationId", conversation, "event", event))
                .getInt("sequence");
    }

    /** Waits for a text of this conversation, and answers with the whole change. */
    public JsonObject hears(String text) {
        return event(change -> change.getJsonObject("event").containsKey("message")
                && change.getJsonObject("event").get("message").toString().contains(text));
    }

    /** Waits for an event that is like that. */
    public JsonObject event(Predicate<JsonObject> like) {
        var body = wire.notification(EVENTS, b -> changes(b).stream().anyMatch(like));
        return changes(body).stream().filter(like).findFirst().orElseThrow();
    }

    /** The changes of a notification. */
    public static java.util.List<JsonObject> changes(JsonObject body) {
        return body.getJsonArray("changes").getValuesAs(JsonObject.class);
    }

    /** Waits for a change of a conversation that is like that, and answers with its {@code result}. */
    public JsonObject conversation(Predicate<JsonObject> like) {
        var body = wire.notification(CONVERSATIONS, b -> changes(b).stream().map(Desk::result).anyMatch(like));
        return changes(body).stream().map(Desk::result).filter(like).findFirst().orElseThrow();
    }

    private static JsonObject result(JsonObject change) {
        return change.getJsonObject("result");
    }

    public void closes(String conversation) {
        wire.expect("cm.UpdateConversationField", Body.of("conversationId", conversation,
                "conversationField", java.util.List.of(Body.of("field", "ConversationStateField", "conversationState", "CLOSE"))));
    }

    /** Waits until this call is there. */
    public JsonObject call(String callId, String state) {
        return wire.notification(CALL, b -> callId.equals(b.getString("callId")) && state.equals(b.getString("state")));
    }

    /** The same, however long it takes within this patience. */
    public JsonObject call(Duration patience, String callId, String state) {
        return wire.notification(patience, CALL, b -> callId.equals(b.getString("callId")) && state.equals(b.getString("state")));
    }

    /** Waits for the next call in this conversation to ring. */
    public JsonObject rings(String conversation, int since) {
        return wire.notification(since, CALL,
                b -> conversation.equals(b.getString("conversationId")) && "INVITED".equals(b.getString("state")));
    }

    public JsonObject joins(String callId) {
        return wire.ask("call.Join", Body.of("callId", callId));
    }

    public JsonObject changesMode(String callId, String mode) {
        return wire.ask("call.ChangeMode", Body.of("callId", callId, "mode", mode));
    }

    public JsonObject ends(String callId) {
        return wire.ask("call.End", Body.of("callId", callId));
    }

    public JsonObject reports(String callId, JsonObject quality) {
        return wire.ask("call.ReportQuality", Body.of("callId", callId, "quality", quality));
    }

    /** What a browser says of a call in which so many packets came. */
    public static JsonObject quality(long packets) {
        return Body.json("{'mark':'GOOD','seconds':20,'fairSeconds':5,'poorSeconds':0,'restarts':0,'roundTripMs':12,"
                + "'route':{'protocol':'UDP','local':'HOST','remote':'PRFLX'},'received':{'packets':" + packets + ",'lostPermille':3,"
                + "'kbps':1200,'jitterMs':4,'concealedPermille':1,'freezes':0,'freezeMs':0},'sent':{'packets':900,'lostPermille':0,'kbps':1100}}");
    }

    public JsonObject fails(String callId, String failure) {
        return wire.ask("call.Fail", Body.of("callId", callId, "failure", failure));
    }

    /** As a page that has no media any more. */
    public JsonObject resumes(String callId, String sessionKey) {
        return wire.ask("call.Resume", Body.of("callId", callId, "sessionKey", sessionKey));
    }

    /** As a page that still has the media of this round. */
    public JsonObject resumes(String callId, String sessionKey, long round) {
        return wire.ask("call.Resume", Body.of("callId", callId, "sessionKey", sessionKey, "round", round));
    }

    /** Waits until this call's state is like that. */
    public JsonObject call(String callId, Predicate<JsonObject> like) {
        return wire.notification(CALL, b -> callId.equals(b.getString("callId")) && like.test(b));
    }

    /** Sends an offer or an answer. */
    public JsonObject describes(String callId, int seq, String type, String sdp) {
        return wire.ask("call.Signal", Body.of("callId", callId, "seq", seq, "signal",
                Body.of("kind", "description", "description", Body.of("type", type, "sdp", sdp))));
    }

    /** Sends an offer or an answer of a round. */
    public JsonObject describes(String callId, long round, int seq, String type, String sdp) {
        return wire.ask("call.Signal", Body.of("callId", callId, "round", round, "seq", seq, "signal",
                Body.of("kind", "description", "description", Body.of("type", type, "sdp", sdp))));
    }

    /** Sends a candidate. */
    public JsonObject offersCandidate(String callId, int seq, String candidate) {
        return wire.ask("call.Signal", Body.of("callId", callId, "seq", seq, "signal", Body.of("kind", "candidate", "candidate",
                Body.of("candidate", candidate, "sdpMid", "0", "sdpMLineIndex", 0))));
    }

    @Override
    public void close() {
        wire.close();
    }
}
