package eyeline.core.call;

import eyeline.core.json.Json;
import jakarta.json.JsonObject;
import java.util.Optional;

/**
 * How the media of one side went, summed up by its browser: never an address. Shares are in permille, bitrates in kbit/s, times in
 * milliseconds unless the name says otherwise. {@code seconds}: the time that was watched; {@code fairSeconds} and
 * {@code poorSeconds}: the part of it with that mark; {@code restarts}: how often another way was looked for (ICE restart).
 */
public record CallQuality(QualityMark mark, int seconds, int fairSeconds, int poorSeconds, int restarts, Optional<Integer> roundTripMs,
        Optional<Route> route, Received received, Sent sent, Optional<Picture> picture) {

    /** How the packets of a relay or a socket travel. */
    public enum Protocol {
        UDP, TCP, TLS
    }

    /** Kinds of ICE candidates (RFC 8445). */
    public enum CandidateType {
        HOST, SRFLX, PRFLX, RELAY
    }

    /** The way between the browsers; relayed if either end is a relay's. {@code protocol}: to the own relay, or to the other side. */
    public record Route(Protocol protocol, CandidateType local, CandidateType remote) {

        public boolean relayed() {
            return local == CandidateType.RELAY || remote == CandidateType.RELAY;
        }
    }

    /** {@code concealedPermille}: the share of the voice that had to be made up. */
    public record Received(long packets, int lostPermille, int kbps, int jitterMs, int concealedPermille, int freezes, int freezeMs) {
    }

    public record Sent(long packets, int lostPermille, int kbps) {
    }

    /** The last picture that came, and how many of them a second. */
    public record Picture(int width, int height, int framesPerSecond) {
    }

    /** As the event log keeps it. */
    String json() {
        var json = Json.createObjectBuilder().add("mark", mark.name()).add("seconds", seconds).add("fairSeconds", fairSeconds)
                .add("poorSeconds", poorSeconds).add("restarts", restarts).add("received", json(received)).add("sent", json(sent));
        roundTripMs.ifPresent(ms -> json.add("roundTripMs", ms));
        route.ifPresent(way -> json.add("route", json(way)));
        picture.ifPresent(seen -> json.add("picture", json(seen)));
        return json.build().toString();
    }

    private static JsonObject json(Route route) {
        return Json.createObjectBuilder().add("relayed", route.relayed()).add("protocol", route.protocol().name())
                .add("local", route.local().name()).add("remote", route.remote().name()).build();
    }

    private static JsonObject json(Received received) {
        return Json.createObjectBuilder().add("packets", received.packets()).add("lostPermille", received.lostPermille())
                .add("kbps", received.kbps()).add("jitterMs", received.jitterMs()).add("concealedPermille", received.concealedPermille())
                .add("freezes", received.freezes()).add("freezeMs", received.freezeMs()).build();
    }

    private static JsonObject json(Sent sent) {
        return Json.createObjectBuilder().add("packets", sent.packets()).add("lostPermille", sent.lostPermille()).add("kbps", sent.kbps()).build();
    }

    private static JsonObject json(Picture picture) {
        return Json.createObjectBuilder().add("width", picture.width()).add("height", picture.height())
                .add("framesPerSecond", picture.framesPerSecond()).build();
    }
}
