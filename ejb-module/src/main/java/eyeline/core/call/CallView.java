package eyeline.core.call;

import eyeline.core.conversation.ConversationId;
import eyeline.core.presence.ConnectionId;
import eyeline.core.presence.Whereabouts;
import eyeline.core.relay.MediaConnection;
import java.time.Instant;
import java.util.Optional;

/**
 * A call as it is now: its facts (folded from its events) with what is known in memory while it is open: which socket owns
 * either side, the secret half of the documented {@code serviceId} (for the consumer's eyes alone), and, from the acceptance on,
 * how each side connects (for that side's eyes alone). {@code offer}: the SDP with which the agent's page will begin, for the
 * consumer's eyes. {@code videoAllowed}: accepted and open, and a picture may be turned on.
 */
public record CallView(
        CallId id,
        ConversationId conversationId,
        int seq,
        CallPhase phase,
        CallMode mode,
        Optional<CallMode> acceptedMode,
        String agentId,
        String agentOldId,
        String agentName,
        String consumerId,
        boolean agentCameraOff,
        boolean consumerCameraOff,
        boolean videoAllowed,
        Instant invitedAt,
        Instant expiresAt,
        Optional<Instant> activeSince,
        Optional<Ending> ending,
        Optional<ConnectionId> agentOwner,
        Optional<ConnectionId> consumerOwner,
        Optional<String> serviceSecret,
        Optional<MediaConnection> agentConnection,
        Optional<MediaConnection> consumerConnection,
        Optional<Sides> sides,
        Optional<String> offer) {

    /** While it is accepted and open: the round of its media, and where the owner of either side is. */
    public record Sides(long round, Whereabouts agent, Whereabouts consumer) {
    }

    /** How it ended. {@code durationMs} runs from both joined; 0 for a call that never was active. */
    public record Ending(Instant at, EndReason endReason, Cause cause, Optional<ErrorId> errorId, long durationMs) {
    }
}
