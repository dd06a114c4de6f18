package eyeline.core.conversation;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One event of a dialog. {@code event} and {@code metadata} are JSON texts, as published (metadata an array).
 * {@code sequence} counts from 1 in a dialog; 0 marks one that is not kept (ChatStateEvent), which has no {@code at} on the wire.
 */
public record TranscriptEvent(
        UUID dialogId,
        int sequence,
        ConversationId conversationId,
        String originatorId,
        ParticipantRole originatorRole,
        Audience audience,
        Instant at,
        String event,
        Optional<String> metadata) {

    public boolean kept() {
        return sequence > 0;
    }
}
