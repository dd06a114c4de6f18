package eyeline.core.conversation;

import java.util.UUID;

/** A conversation's id; the MAIN dialog has the same (protocol.md, 4). */
public record ConversationId(UUID value) {

    public static ConversationId of(String text) {
        return new ConversationId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
