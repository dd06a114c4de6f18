package eyeline.core.account;

import eyeline.core.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The call settings of an account as administrators see and send them (docs/rest.md, "Call settings"). {@code voiceAllowed} and
 * {@code videoAllowed} are the operator's; {@code texts} by language and {@link CallText} name.
 */
public record CallSettings(
        boolean voice,
        boolean video,
        boolean voiceAllowed,
        boolean videoAllowed,
        boolean agentCameraOff,
        boolean consumerCameraOff,
        boolean relayOnly,
        List<Server> iceServers,
        int credentialSeconds,
        int bitrateKbps,
        int voiceBitrateKbps,
        int invitationSeconds,
        int callsPerAgent,
        List<String> origins,
        boolean consumerMayAsk,
        int retentionDays,
        int messagesPerMinute,
        int conversationMessages,
        int conversationMegabytes,
        boolean anonymousSignUp,
        String language,
        Map<String, Map<String, String>> texts,
        Tracker tracker) {

    /** {@code secret} is only ever sent to us; {@code hasSecret} tells that there is one. */
    public record Server(String url, IceServer.Credential credential, Optional<String> username, Optional<String> secret,
            Optional<Boolean> hasSecret) {

        JsonObject json() {
            var json = Json.createObjectBuilder().add("url", url).add("credential", credential.name());
            username.ifPresent(name -> json.add("username", name));
            return json.build();
        }
    }

    /** The tracking library on the brand's page, and the id that it needs, if it needs one. */
    public record Tracker(TrackerKind kind, Optional<String> id) {

        JsonObject json() {
            var json = Json.createObjectBuilder().add("kind", kind.name());
            id.ifPresent(text -> json.add("id", text));
            return json.build();
        }
    }

    /** As the record of changes keeps them: without any secret. */
    JsonObject json() {
        var servers = Json.createArrayBuilder();
        iceServers.forEach(server -> servers.add(server.json()));
        var languages = Json.createObjectBuilder();
        texts.forEach((name, own) -> {
            var entries = Json.createObjectBuilder();
            own.forEach(entries::add);
            languages.add(name, entries);
        });
        return Json.createObjectBuilder().add("voice", voice).add("video", video).add("agentCameraOff", agentCameraOff)
                .add("consumerCameraOff", consumerCameraOff).add("relayOnly", relayOnly).add("iceServers", servers)
                .add("credentialSeconds", credentialSeconds).add("bitrateKbps", bitrateKbps)
                .add("voiceBitrateKbps", voiceBitrateKbps).add("invitationSeconds", invitationSeconds)
                .add("callsPerAgent", callsPerAgent).add("origins", Json.createArrayBuilder(origins))
                .add("consumerMayAsk", consumerMayAsk).add("retentionDays", retentionDays)
                .add("messagesPerMinute", messagesPerMinute).add("conversationMessages", conversationMessages)
                .add("conversationMegabytes", conversationMegabytes).add("anonymousSignUp", anonymousSignUp).add("language", language)
                .add("texts", languages).add("tracker", tracker.json()).build();
    }
}
