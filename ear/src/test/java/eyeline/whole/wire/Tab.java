package eyeline.whole.wire;

import jakarta.json.JsonObject;

/** One tab of a consumer. */
public final class Tab extends Desk {

    Tab(Wire wire) {
        super(wire);
    }

    /** Begins a conversation, or finds the open one, and listens to it. */
    public String begins() {
        var id = wire().expect("cm.ConsumerRequestConversation", Body.of("channelType", "MESSAGING"))
                .getString("conversationId");
        listens(id, 0);
        return id;
    }

    public JsonObject accepts(String callId, String mode) {
        return wire().ask("call.Accept", Body.of("callId", callId, "mode", mode));
    }

    public JsonObject declines(String callId) {
        return wire().ask("call.Decline", Body.of("callId", callId));
    }
}
