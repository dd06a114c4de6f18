package eyeline.web.wire;

import eyeline.core.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;

/**
 * Checks the shape and size of a signal, and passes on just the members that its kind has: what nobody has checked would go by
 * every filter that looks for a member's name. The content itself is never read.
 */
final class SignalReader {

    /** RTCSessionDescriptionInit and RTCIceCandidateInit (W3C WebRTC 1.0, sections 4.6.2 and 4.8.1.2). */
    private static final List<String> DESCRIPTION = List.of("type", "sdp");
    private static final List<String> CANDIDATE = List.of("candidate", "sdpMid", "sdpMLineIndex", "usernameFragment");

    private SignalReader() {
    }

    static Request read(Fields body) throws Malformed {
        return new Request.Signal(RequestReader.call(body), RequestReader.round(body), body.whole("seq", 1, Integer.MAX_VALUE),
                checked(body.object("signal")).toString());
    }

    static Request prepare(Fields body) throws Malformed {
        var offer = body.object("offer");
        if (!offer.text("type", Limits.WORD).equals("offer")) {
            throw offer.wrong("type", "must be offer.");
        }
        return new Request.Prepare(RequestReader.call(body), offer.text("sdp", Limits.SDP));
    }

    private static JsonObject checked(Fields signal) throws Malformed {
        switch (signal.text("kind", Limits.WORD)) {
            case "description" -> {
                checkDescription(signal.object("description"));
                var description = only(signal.object("description").json(), DESCRIPTION);
                return Json.createObjectBuilder().add("kind", "description").add("description", description).build();
            }
            case "candidate" -> {
                checkCandidate(signal);
                var candidate = signal.isNull("candidate") ? JsonValue.NULL : only(signal.object("candidate").json(), CANDIDATE);
                return Json.createObjectBuilder().add("kind", "candidate").add("candidate", candidate).build();
            }
            case "restart" -> {
                return Json.createObjectBuilder().add("kind", "restart").build();
            }
            default -> throw signal.wrong("kind", "must be description, candidate or restart.");
        }
    }

    private static JsonObject only(JsonObject object, List<String> members) {
        var kept = Json.createObjectBuilder();
        members.stream().filter(object::containsKey).forEach(member -> kept.add(member, object.get(member)));
        return kept.build();
    }

    private static void checkDescription(Fields description) throws Malformed {
        switch (description.text("type", Limits.WORD)) {
            case "offer", "answer", "pranswer" -> description.text("sdp", Limits.SDP);
            case "rollback" -> description.optionalText("sdp", Limits.SDP);
            default -> throw description.wrong("type", "must be offer, answer, pranswer or rollback.");
        }
    }

    /** {@code null} is the end of candidates. */
    private static void checkCandidate(Fields signal) throws Malformed {
        if (signal.isNull("candidate")) {
            return;
        }
        var candidate = signal.object("candidate");
        candidate.text("candidate", Limits.CANDIDATE);
        candidate.optionalText("sdpMid", Limits.MEDIA_ID);
        candidate.optionalWhole("sdpMLineIndex", 0, 65_535);
        candidate.optionalText("usernameFragment", Limits.MEDIA_ID);
    }
}
