package eyeline.core.relay;

import eyeline.core.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What is left of a signal where all media goes through TURN (R2): no candidate that is not {@code typ relay}, alone or
 * inside an SDP, and no address of a host in what is left (RFC 8839).
 */
public final class RelayOnly {
    private static final Pattern RELAY = Pattern.compile("(?i)\\btyp\\s+relay\\b");
    private static final Pattern TYPES = Pattern.compile("(?i)\\btyp\\s");
    private static final Pattern RELATED = Pattern.compile("(?i)\\s(raddr|rport)\\s+\\S+");
    // (?s): what is a line's end for Java alone (U+0085, U+2028, U+2029) hides nothing of the line from a browser
    private static final Pattern CANDIDATE = Pattern.compile("(?is)\\s*a\\s*=\\s*(remote-)?candidates?\\s*:.*");
    private static final Pattern CONNECTION = Pattern.compile("(?is)\\s*c\\s*=.*");
    private static final Pattern RTCP = Pattern.compile("(?is)\\s*a\\s*=\\s*rtcp\\s*:\\s*(\\d+).*");

    private RelayOnly() {
    }

    /** The signal (JSON text, its shape checked before) as it may be passed on; nothing if nothing of it may. */
    public static Optional<String> filter(String signal) {
        JsonObject json;
        try (var reader = Json.createReader(new StringReader(signal))) {
            json = reader.readObject();
        }
        var kept = Json.createObjectBuilder(json);
        // each member for itself: one that is harmless must not hide another
        if (json.get("description") instanceof JsonObject description && description.get("sdp") instanceof JsonString sdp) {
            kept.add("description", Json.createObjectBuilder(description).add("sdp", sdp(sdp.getString())));
        }
        if (json.get("candidate") instanceof JsonObject candidate) {
            return candidate(candidate).map(relayed -> kept.add("candidate", relayed).build().toString());
        }
        return Optional.of(kept.build().toString());
    }

    /** What is left of an SDP. */
    public static String sdp(String sdp) {
        return Arrays.stream(sdp.split("\\r\\n|\\n|\\r"))
                .filter(line -> !CANDIDATE.matcher(line).matches() || relay(line))
                .map(RelayOnly::withoutAddress)
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    /** An empty candidate is the end of a generation, and tells nothing. */
    private static Optional<JsonObject> candidate(JsonObject candidate) {
        var line = candidate.get("candidate") instanceof JsonString text ? text.getString() : "";
        if (line.isBlank()) {
            return Optional.of(candidate);
        }
        var builder = Json.createObjectBuilder();
        for (var name : new String[] {"sdpMid", "sdpMLineIndex", "usernameFragment"}) {
            builder.add(name, candidate.getOrDefault(name, JsonValue.NULL));
        }
        return relay(line) ? Optional.of(builder.add("candidate", unrelated(line)).build()) : Optional.empty();
    }

    private static String withoutAddress(String line) {
        if (CANDIDATE.matcher(line).matches()) {
            return unrelated(line);
        }
        if (CONNECTION.matcher(line).matches()) {
            return "c=IN IP4 0.0.0.0";
        }
        var rtcp = RTCP.matcher(line);
        return rtcp.matches() ? "a=rtcp:9 IN IP4 0.0.0.0" : line;
    }

    /** Exactly one type, and that is relay: a second one is somebody's trick. */
    private static boolean relay(String line) {
        return RELAY.matcher(line).find() && TYPES.matcher(line).results().count() == 1;
    }

    /** The related address of a relayed candidate is the address that the TURN server saw: the person's own. */
    private static String unrelated(String line) {
        return RELATED.matcher(line).replaceAll("") + " raddr 0.0.0.0 rport 0";
    }
}
