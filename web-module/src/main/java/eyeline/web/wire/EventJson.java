package eyeline.web.wire;

import eyeline.core.conversation.Audience;
import eyeline.core.conversation.TranscriptEvent;
import eyeline.core.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;

/** One event of a dialog (protocol.md, 6.2). */
final class EventJson {

    private EventJson() {
    }

    /** What was said to agents and managers alone never reaches a consumer. */
    static boolean visible(TranscriptEvent event, Side reader) {
        return reader == Side.AGENT || event.audience() == Audience.ALL;
    }

    static JsonObject of(TranscriptEvent event) {
        var json = Json.createObjectBuilder();
        if (event.kept()) {
            json.add("sequence", event.sequence()).add("serverTimestamp", event.at().toEpochMilli());
        }
        json.add("dialogId", event.dialogId().toString())
                .add("conversationId", event.conversationId().toString())
                .add("originatorId", event.originatorId())
                .add("originatorMetadata", Json.createObjectBuilder()
                        .add("id", event.originatorId()).add("role", event.originatorRole().name()))
                .add("messageAudience", event.audience().name())
                .add("event", parsed(event.event()));
        event.metadata().ifPresent(metadata -> json.add("metadata", parsed(metadata)));
        return json.build();
    }

    /** What was checked when it came in; read without strictness. */
    private static JsonValue parsed(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readValue();
        }
    }
}
