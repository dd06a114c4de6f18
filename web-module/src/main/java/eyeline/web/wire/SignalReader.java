package eyeline.web.wire;

/** Checks the shape and size of a signal; its content passes through and is never read. */
final class SignalReader {

    private SignalReader() {
    }

    static Request read(Fields body) throws Malformed {
        var signal = body.object("signal");
        checkKind(signal);
        return new Request.Signal(RequestReader.call(body), RequestReader.round(body), body.whole("seq", 1, Integer.MAX_VALUE), signal.json().toString());
    }

    static Request prepare(Fields body) throws Malformed {
        var offer = body.object("offer");
        if (!offer.text("type", Limits.WORD).equals("offer")) {
            throw offer.wrong("type", "must be offer.");
        }
        return new Request.Prepare(RequestReader.call(body), offer.text("sdp", Limits.SDP));
    }

    private static void checkKind(Fields signal) throws Malformed {
        switch (signal.text("kind", Limits.WORD)) {
            case "description" -> checkDescription(signal.object("description"));
            case "candidate" -> checkCandidate(signal);
            case "restart" -> { }
            default -> throw signal.wrong("kind", "must be description, candidate or restart.");
        }
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
