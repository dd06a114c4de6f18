package eyeline.core.conversation;

import java.util.Optional;
import java.util.UUID;

/**
 * What somebody publishes to a dialog. {@code event} is the JSON text of the event object, checked by the codec;
 * {@code kind} says which it is, because it decides what is kept and what is allowed after the close.
 */
public record Publication(UUID dialogId, Kind kind, String event, Audience audience, Optional<String> metadata) {

    /** The events of protocol.md, 5.6. */
    public enum Kind {
        CONTENT, RICH_CONTENT, ACCEPT_STATUS, CHAT_STATE
    }
}
