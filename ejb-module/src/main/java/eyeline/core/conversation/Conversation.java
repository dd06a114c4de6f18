package eyeline.core.conversation;

import eyeline.core.account.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One consumer's matter as it is now. {@code updatedMs} (epoch milliseconds) strictly increases with every change that
 * others see, also of its calls. {@code participants} are those of the agent's side.
 */
public record Conversation(
        ConversationId id,
        AccountId account,
        String consumerId,
        String skillId,
        Channel channel,
        ConversationState state,
        Instant startedAt,
        Optional<Instant> endedAt,
        Optional<String> closedBy,
        Optional<String> closeReason,
        TimeToRespond ttr,
        Optional<Satisfaction> satisfaction,
        long updatedMs,
        List<ConversationParticipant> participants) {

    /** The skill id of a conversation that any agent may take. */
    public static final String NO_SKILL = "-1";

    /** When the consumer may expect an answer (TTR of the documented API). */
    public record TimeToRespond(String type, int seconds) {
    }

    /** What the consumer thought of it (CSAT). */
    public record Satisfaction(int rate, Optional<Boolean> resolved) {
    }

    public boolean open() {
        return state == ConversationState.OPEN;
    }

    /** Open, and nobody has taken it. */
    public boolean waiting() {
        return open() && assignedAgent().isEmpty();
    }

    /** What somebody of the agent's side is in it. {@code id}: a PID. */
    public Optional<ParticipantRole> role(String id) {
        return participants.stream().filter(p -> p.id().equals(id)).map(ConversationParticipant::role).findFirst();
    }

    /** The one agent who has it. */
    public Optional<ConversationParticipant> assignedAgent() {
        return participants.stream().filter(p -> p.role() == ParticipantRole.ASSIGNED_AGENT).findFirst();
    }
}
