package eyeline.web.wire;

import eyeline.core.call.CallQuality;
import eyeline.core.call.QualityMark;
import java.util.Optional;

/** Reads what a browser says of its media. Takes only what is named here, each in its bounds: nothing else can be kept. */
final class QualityReader {

    private QualityReader() {
    }

    static Request read(Fields body) throws Malformed {
        return new Request.ReportQuality(RequestReader.call(body), quality(body.object("quality")));
    }

    private static CallQuality quality(Fields quality) throws Malformed {
        var seconds = quality.whole("seconds", 0, Limits.QUALITY_SECONDS);
        return new CallQuality(quality.word("mark", QualityMark.class), seconds, quality.whole("fairSeconds", 0, seconds),
                quality.whole("poorSeconds", 0, seconds), quality.whole("restarts", 0, Limits.TIMES),
                quality.optionalWhole("roundTripMs", 0, Limits.DELAY_MS).map(Long::intValue), route(quality),
                received(quality.object("received")), sent(quality.object("sent")), picture(quality));
    }

    private static Optional<CallQuality.Route> route(Fields quality) throws Malformed {
        var route = quality.optionalObject("route");
        return route.isEmpty() ? Optional.empty() : Optional.of(new CallQuality.Route(
                route.get().word("protocol", CallQuality.Protocol.class),
                route.get().word("local", CallQuality.CandidateType.class), route.get().word("remote", CallQuality.CandidateType.class)));
    }

    private static CallQuality.Received received(Fields received) throws Malformed {
        return new CallQuality.Received(packets(received), lost(received), kbps(received), received.whole("jitterMs", 0, Limits.DELAY_MS),
                received.whole("concealedPermille", 0, Limits.PERMILLE), received.whole("freezes", 0, Limits.TIMES),
                received.whole("freezeMs", 0, Limits.FREEZE_MS));
    }

    private static CallQuality.Sent sent(Fields sent) throws Malformed {
        return new CallQuality.Sent(packets(sent), lost(sent), kbps(sent));
    }

    private static Optional<CallQuality.Picture> picture(Fields quality) throws Malformed {
        var picture = quality.optionalObject("picture");
        return picture.isEmpty() ? Optional.empty() : Optional.of(new CallQuality.Picture(picture.get().whole("width", 0, Limits.PIXELS),
                picture.get().whole("height", 0, Limits.PIXELS), picture.get().whole("framesPerSecond", 0, Limits.FRAMES_PER_SECOND)));
    }

    private static long packets(Fields direction) throws Malformed {
        return direction.wholeLong("packets", 0, Limits.PACKETS);
    }

    private static int lost(Fields direction) throws Malformed {
        return direction.whole("lostPermille", 0, Limits.PERMILLE);
    }

    private static int kbps(Fields direction) throws Malformed {
        return direction.whole("kbps", 0, Limits.KBPS);
    }
}
