package eyeline.web.wire;

import eyeline.core.conversation.Conversation;
import eyeline.core.conversation.ConversationParticipant;
import eyeline.core.conversation.ParticipantRole;
import eyeline.core.delivery.ConversationView;
import eyeline.core.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;

/** A conversation with its dialogs as one side sees it (protocol.md, 4 and 6.1). */
final class ConversationJson {

    private ConversationJson() {
    }

    static JsonObject change(boolean upsert, ConversationView view, Side reader) {
        return Json.createObjectBuilder()
                .add("type", upsert ? "UPSERT" : "DELETE").add("result", result(view, reader)).build();
    }

    private static JsonObject result(ConversationView view, Side reader) {
        var conversation = view.conversation();
        var result = Json.createObjectBuilder()
                .add("convId", conversation.id().toString())
                .add("conversationId", conversation.id().toString())
                .add("effectiveTTR", -1)
                .add("lastUpdateTime", conversation.updatedMs())
                .add("conversationDetails", details(view, reader));
        view.lastEvent().filter(e -> EventJson.visible(e, reader))
                .ifPresent(e -> result.add("lastContentEventNotification", EventJson.of(e)));
        return result.build();
    }

    private static JsonObject details(ConversationView view, Side reader) {
        var conversation = view.conversation();
        var details = Json.createObjectBuilder()
                .add("convId", conversation.id().toString())
                .add("state", conversation.state().name())
                .add("stage", conversation.state().name())
                .add("startTs", conversation.startedAt().toEpochMilli())
                .add("endTs", conversation.endedAt().map(Instant::toEpochMilli).orElse(0L))
                .add("metaDataLastUpdateTs", conversation.updatedMs())
                .add("skillId", conversation.skillId())
                .add("brandId", conversation.account().value())
                .add("channel", conversation.channel().name())
                .add("ttr", Json.createObjectBuilder()
                        .add("ttrType", conversation.ttr().type()).add("value", conversation.ttr().seconds()))
                .add("participants", participants(conversation))
                .add("participantsPId", participantIds(conversation))
                .add("dialogs", dialogs(view, reader));
        conversation.closedBy().ifPresent(by -> details.add("closedBy", by));
        conversation.closeReason().ifPresent(reason -> details.add("closeReason", reason));
        conversation.satisfaction().ifPresent(csat -> details.add("csat", satisfaction(csat)));
        return details.build();
    }

    private static JsonObject satisfaction(Conversation.Satisfaction csat) {
        var json = Json.createObjectBuilder().add("csatRate", csat.rate()).add("status", "FILLED");
        csat.resolved().ifPresent(resolved -> json.add("csatResolutionConfirmation", resolved));
        return json.build();
    }

    private static JsonArray participants(Conversation conversation) {
        var array = Json.createArrayBuilder().add(Json.createObjectBuilder()
                .add("id", conversation.consumerId()).add("role", ParticipantRole.CONSUMER.name()));
        for (ConversationParticipant one : conversation.participants()) {
            array.add(Json.createObjectBuilder()
                    .add("id", one.id()).add("role", one.role().name()).add("name", one.name()));
        }
        return array.build();
    }

    private static JsonObject participantIds(Conversation conversation) {
        var byRole = new EnumMap<ParticipantRole, jakarta.json.JsonArrayBuilder>(ParticipantRole.class);
        byRole.put(ParticipantRole.CONSUMER, Json.createArrayBuilder().add(conversation.consumerId()));
        for (ConversationParticipant one : conversation.participants()) {
            byRole.computeIfAbsent(one.role(), role -> Json.createArrayBuilder()).add(one.id());
        }
        var ids = Json.createObjectBuilder();
        byRole.forEach((role, array) -> ids.add(role.name(), array));
        return ids.build();
    }

    /** The MAIN dialog first: some windows take the first one. */
    private static JsonArray dialogs(ConversationView view, Side reader) {
        var array = Json.createArrayBuilder().add(mainDialog(view.conversation()));
        view.calls().forEach(call -> array.add(CallDialogJson.of(call, view.conversation().updatedMs(), reader)));
        return array.build();
    }

    private static JsonObject mainDialog(Conversation conversation) {
        var dialog = Json.createObjectBuilder()
                .add("dialogId", conversation.id().toString())
                .add("dialogType", "MAIN")
                .add("channelType", "MESSAGING")
                .add("state", conversation.state().name())
                .add("participantsDetails", participantsDetails(conversation.consumerId(), conversation.participants()))
                .add("creationTs", conversation.startedAt().toEpochMilli())
                .add("endTs", conversation.endedAt().map(Instant::toEpochMilli).orElse(0L))
                .add("metaDataLastUpdateTs", conversation.updatedMs());
        conversation.closedBy().ifPresent(by -> dialog.add("closedBy", by));
        return dialog.build();
    }

    private static JsonArray participantsDetails(String consumerId, List<ConversationParticipant> others) {
        var array = Json.createArrayBuilder()
                .add(participantDetail(consumerId, ParticipantRole.CONSUMER, Optional.empty()));
        others.forEach(one -> array.add(participantDetail(one.id(), one.role(), Optional.of(one.name()))));
        return array.build();
    }

    static JsonObject participantDetail(String id, ParticipantRole role, Optional<String> name) {
        var detail = Json.createObjectBuilder().add("id", id).add("role", role.name()).add("state", "ACTIVE");
        name.ifPresent(known -> detail.add("name", known));
        return detail.build();
    }
}
