package eyeline.web.wire;

import eyeline.core.call.CallPhase;
import eyeline.core.call.CallView;
import eyeline.core.json.Json;
import eyeline.core.presence.ConnectionId;
import eyeline.core.presence.Whereabouts;
import eyeline.core.relay.MediaConnection;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Optional;

/** A call's state as one socket is told (docs/protocol.md, call.StateNotification). */
public final class CallStateJson {

    private CallStateJson() {
    }

    static JsonObject of(CallView call, Side reader, ConnectionId socket) {
        var body = Json.createObjectBuilder()
                .add("callId", call.id().toString())
                .add("conversationId", call.conversationId().toString())
                .add("dialogId", call.id().toString())
                .add("seq", call.seq())
                .add("state", call.phase().name())
                .add("mode", call.mode().name())
                .add("agentName", call.agentName())
                .add("owner", owner(ownerOf(call, reader), socket))
                .add("cameraOffAtStart", cameraOff(call, reader))
                .add("invitedAt", call.invitedAt().toEpochMilli())
                .add("expiresAt", call.expiresAt().toEpochMilli());
        if (call.phase().connecting()) {
            body.add("videoAllowed", call.videoAllowed());
        }
        connection(call, reader).filter(c -> ownerOf(call, reader).filter(socket::equals).isPresent())
                .ifPresent(connection -> body.add("connection", json(connection)));
        offer(call, reader, socket).ifPresent(sdp -> body.add("offer", Json.createObjectBuilder().add("type", "offer").add("sdp", sdp)));
        call.sides().ifPresent(sides -> body.add("round", sides.round()).add("other", other(sides, reader).name()));
        call.acceptedMode().ifPresent(mode -> body.add("acceptedMode", mode.name()));
        call.activeSince().ifPresent(at -> body.add("activeSince", at.toEpochMilli()));
        call.ending().ifPresent(ending -> addEnding(body, ending));
        return body.build();
    }

    private static void addEnding(JsonObjectBuilder body, CallView.Ending ending) {
        body.add("endedAt", ending.at().toEpochMilli())
                .add("durationMs", ending.durationMs())
                .add("endReason", ending.endReason().name())
                .add("cause", ending.cause().name());
        ending.errorId().ifPresent(id -> body.add("errorId", id.name()));
    }

    private static Optional<ConnectionId> ownerOf(CallView call, Side reader) {
        return switch (reader) {
            case AGENT -> call.agentOwner();
            case CONSUMER -> call.consumerOwner();
        };
    }

    private static Optional<MediaConnection> connection(CallView call, Side reader) {
        return switch (reader) {
            case AGENT -> call.agentConnection();
            case CONSUMER -> call.consumerConnection();
        };
    }

    /** While it rings for each page of the consumer, then for the one that has accepted. */
    private static Optional<String> offer(CallView call, Side reader, ConnectionId socket) {
        var theirs = call.phase() == CallPhase.INVITED
                || call.phase() == CallPhase.ACCEPTED && call.consumerOwner().filter(socket::equals).isPresent();
        return call.offer().filter(sdp -> reader == Side.CONSUMER && theirs);
    }

    /** The member {@code connection}. */
    public static JsonObject json(MediaConnection connection) {
        var servers = Json.createArrayBuilder();
        connection.iceServers().forEach(server -> {
            var entry = Json.createObjectBuilder().add("urls", server.urls());
            server.username().ifPresent(name -> entry.add("username", name));
            server.credential().ifPresent(secret -> entry.add("credential", secret));
            servers.add(entry);
        });
        return Json.createObjectBuilder()
                .add("relayOnly", connection.relayOnly())
                .add("iceServers", servers)
                .add("bitrateKbps", connection.bitrateKbps())
                .add("voiceBitrateKbps", connection.voiceBitrateKbps()).build();
    }

    private static Whereabouts other(CallView.Sides sides, Side reader) {
        return switch (reader) {
            case AGENT -> sides.consumer();
            case CONSUMER -> sides.agent();
        };
    }

    private static boolean cameraOff(CallView call, Side reader) {
        return switch (reader) {
            case AGENT -> call.agentCameraOff();
            case CONSUMER -> call.consumerCameraOff();
        };
    }

    private static String owner(Optional<ConnectionId> owner, ConnectionId socket) {
        return owner.map(id -> id.equals(socket) ? "THIS" : "ELSEWHERE").orElse("NONE");
    }
}
