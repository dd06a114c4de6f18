package eyeline.web.wire;

import eyeline.core.call.CallMode;
import eyeline.core.call.CallPhase;
import eyeline.core.call.CallView;
import eyeline.core.conversation.ParticipantRole;
import eyeline.core.json.Json;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * A call as an additional dialog of its conversation (protocol.md, 10.1 and 10.2). Only the consumer sees the secret half of
 * the {@code serviceId}.
 */
final class CallDialogJson {

    private static final int MILLIS_DIGITS = 3;

    private CallDialogJson() {
    }

    static JsonObject of(CallView call, long updatedMs, Side reader) {
        var dialog = Json.createObjectBuilder()
                .add("dialogId", call.id().toString())
                .add("dialogType", "OTHER")
                .add("channelType", "COBROWSE")
                .add("state", call.phase() == CallPhase.ENDED ? "CLOSE" : "OPEN")
                .add("participants", Json.createArrayBuilder().add(call.consumerId()).add(call.agentOldId()))
                .add("participantsDetails", Json.createArrayBuilder()
                        .add(ConversationJson.participantDetail(call.consumerId(), ParticipantRole.CONSUMER, Optional.empty()))
                        .add(ConversationJson.participantDetail(call.agentId(), ParticipantRole.ASSIGNED_AGENT,
                                Optional.of(call.agentName()))))
                .add("metaData", metaData(call, reader))
                .add("creationTs", call.invitedAt().toEpochMilli())
                .add("metaDataLastUpdateTs", updatedMs);
        call.ending().ifPresent(ending -> dialog.add("endTs", ending.at().toEpochMilli()));
        return dialog.build();
    }

    private static JsonObject metaData(CallView call, Side reader) {
        var metaData = Json.createObjectBuilder()
                .add("serviceId", serviceId(call, reader))
                .add("mode", mode(call).name())
                .add("sessionState", sessionState(call.phase()))
                .add("expires", seconds(call.expiresAt()))
                .add("dialogId", call.id().toString());
        notificationKey(call.phase()).ifPresent(key -> metaData.add("notificationKey", key));
        call.ending().ifPresent(ending -> metaData.add("endReason", ending.endReason().name()));
        return metaData.build();
    }

    private static CallMode mode(CallView call) {
        return call.acceptedMode().orElse(call.mode());
    }

    private static String serviceId(CallView call, Side reader) {
        return switch (reader) {
            case CONSUMER -> call.serviceSecret().map(secret -> call.consumerId() + "#" + secret).orElse(call.consumerId());
            case AGENT -> call.consumerId();
        };
    }

    private static String sessionState(CallPhase phase) {
        return switch (phase) {
            case NONE, INVITED -> "INVITED";
            case ACCEPTED, CONSUMER_JOINED, AGENT_JOINED, ACTIVE -> "ACCEPTED";
            case ENDED -> "CLOSED";
        };
    }

    private static Optional<String> notificationKey(CallPhase phase) {
        return switch (phase) {
            case NONE, INVITED, ENDED -> Optional.empty();
            case ACCEPTED, AGENT_JOINED -> Optional.of("accepted");
            case CONSUMER_JOINED, ACTIVE -> Optional.of("joined");
        };
    }

    /** Epoch seconds with a fraction: windows multiply by 1,000. */
    private static BigDecimal seconds(Instant at) {
        return BigDecimal.valueOf(at.toEpochMilli(), MILLIS_DIGITS);
    }
}
