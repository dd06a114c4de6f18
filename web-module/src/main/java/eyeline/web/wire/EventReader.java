package eyeline.web.wire;

import eyeline.core.conversation.Audience;
import eyeline.core.conversation.Publication;
import eyeline.core.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Optional;

/** Reads what is published to a dialog (protocol.md, 5.6). The event is stored and shown as sent; arrays are arrays. */
final class EventReader {

    private EventReader() {
    }

    static Request read(Fields body, Fields envelope) throws Malformed {
        var event = body.object("event");
        var kind = kind(event);
        var checked = checked(kind, event).toString();
        if (checked.length() > Limits.EVENT) {
            throw body.wrong("event", "has more than " + Limits.EVENT + " characters.");
        }
        return new Request.PublishEvent(
                new Publication(body.uuid("dialogId"), kind, checked, audience(body), metadata(envelope)));
    }

    private static Publication.Kind kind(Fields event) throws Malformed {
        return switch (event.text("type", Limits.WORD)) {
            case "ContentEvent" -> Publication.Kind.CONTENT;
            case "RichContentEvent" -> Publication.Kind.RICH_CONTENT;
            case "AcceptStatusEvent" -> Publication.Kind.ACCEPT_STATUS;
            case "ChatStateEvent" -> Publication.Kind.CHAT_STATE;
            default -> throw event.wrong("type", "is not an event that can be published.");
        };
    }

    private static JsonObject checked(Publication.Kind kind, Fields event) throws Malformed {
        return switch (kind) {
            case CONTENT -> content(event);
            case RICH_CONTENT -> richContent(event);
            case ACCEPT_STATUS -> acceptStatus(event);
            case CHAT_STATE -> chatState(event);
        };
    }

    private static JsonObject content(Fields event) throws Malformed {
        if (event.text("contentType", Limits.CONTENT_TYPE).equals("text/plain")) {
            event.text("message", Limits.CONTENT);
        } else if (!event.has("message")) {
            throw event.wrong("message", "is missing.");
        }
        return event.json();
    }

    private static JsonObject richContent(Fields event) throws Malformed {
        event.object("content");
        return event.json();
    }

    private static JsonObject acceptStatus(Fields event) throws Malformed {
        var status = event.text("status", Limits.WORD);
        var sequences = Json.createArrayBuilder();
        event.wholes("sequenceList", Limits.SEQUENCES).forEach(sequences::add);
        return Json.createObjectBuilder()
                .add("type", "AcceptStatusEvent").add("status", status).add("sequenceList", sequences).build();
    }

    private static JsonObject chatState(Fields event) throws Malformed {
        return Json.createObjectBuilder()
                .add("type", "ChatStateEvent").add("chatState", event.text("chatState", Limits.WORD)).build();
    }

    private static Audience audience(Fields body) throws Malformed {
        return body.has("messageAudience") ? body.word("messageAudience", Audience.class) : Audience.ALL;
    }

    private static Optional<String> metadata(Fields envelope) throws Malformed {
        var value = envelope.json().get("metadata");
        if (value == null || value == JsonValue.NULL) {
            return Optional.empty();
        }
        var array = value instanceof JsonArray many ? many : Json.createArrayBuilder().add(value).build();
        if (array.toString().length() > Limits.METADATA) {
            throw envelope.wrong("metadata", "has more than " + Limits.METADATA + " characters.");
        }
        return array.isEmpty() ? Optional.empty() : Optional.of(array.toString());
    }
}
