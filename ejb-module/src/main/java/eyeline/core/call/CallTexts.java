package eyeline.core.call;

import eyeline.core.account.CallText;
import eyeline.core.account.Wording;
import eyeline.core.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.util.HashMap;
import java.util.Optional;

/** The lines that the steps of a call write into the transcript (T1): the account's texts and the step as metadata. */
final class CallTexts {

    /** A step of a call as the transcript shows it. */
    private enum Step {
        INVITED, ACCEPTED, STARTED, DECLINED, CANCELLED, EXPIRED, ENDED, FAILED
    }

    private CallTexts() {
    }

    /** The event and its metadata, both JSON texts; nothing for a step that the transcript does not show. */
    record Line(String event, String metadata) {
    }

    static Optional<Line> line(CallId call, CallState state, CallEvent event, String agentName, Wording wording) {
        return event.read(new Shown(state)).map(step -> new Line(content(text(step, state, agentName, wording)), metadata(call, step, state, agentName)));
    }

    /** Which step of the transcript an event is, that led to this state. */
    private record Shown(CallState state) implements CallEvent.Reader<Optional<Step>> {
        @Override
        public Optional<Step> invited(CallEvent.Invited invited) {
            return Optional.of(Step.INVITED);
        }

        @Override
        public Optional<Step> accepted(CallEvent.Accepted accepted) {
            return Optional.of(Step.ACCEPTED);
        }

        @Override
        public Optional<Step> joined(CallEvent.Joined joined) {
            return state.phase() == CallPhase.ACTIVE ? Optional.of(Step.STARTED) : Optional.empty();
        }

        @Override
        public Optional<Step> modeChanged(CallEvent.ModeChanged changed) {
            return Optional.empty();
        }

        @Override
        public Optional<Step> ended(CallEvent.Ended ended) {
            return Optional.of(step(ended.cause()));
        }
    }

    private static Step step(Cause cause) {
        return switch (cause) {
            case DECLINED -> Step.DECLINED;
            case CANCELLED -> Step.CANCELLED;
            case EXPIRED -> Step.EXPIRED;
            case HUNG_UP, CONVERSATION_CLOSED -> Step.ENDED;
            case UNSUPPORTED_BROWSER, DEVICE_DENIED, DEVICE_FORBIDDEN, DEVICE_WITHHELD, DEVICE_UNANSWERED, DEVICE_MISSING, DEVICE_BUSY,
                    RELAY_REFUSED, RELAY_UNREACHABLE, NOT_AGREED, MEDIA_FAILED, CONNECTION_LOST, PAGE_LEFT, PERMISSION_REVOKED, LOGGED_OUT, LOGIN_ENDED,
                    ACCOUNT_CLOSED, SERVER_SHUTDOWN -> Step.FAILED;
        };
    }

    private static String text(Step step, CallState state, String agentName, Wording wording) {
        var ending = state.ending();
        var values = new HashMap<String, String>();
        values.put("agent", isolated(agentName));
        values.put("call", wording.of(state.mode().orElseThrow() == CallMode.VIDEO_CALL ? CallText.VIDEO_CALL : CallText.VOICE_CALL));
        ending.ifPresent(e -> values.put("duration", spoken(e.duration())));
        ending.flatMap(e -> reason(e.cause())).ifPresent(key -> values.put("reason", wording.of(key)));
        return wording.fill(key(step, state), values);
    }

    /** A name keeps its own direction and leaves the sentence's alone (UAX #9: FSI … PDI), in whatever alphabet either is written. */
    private static String isolated(String name) {
        return '\u2068' + name.replaceAll("[\u2066-\u2069]", "") + '\u2069';
    }

    private static CallText key(Step step, CallState state) {
        return switch (step) {
            case INVITED -> state.mode().orElseThrow() == CallMode.VIDEO_CALL ? CallText.INVITED_VIDEO : CallText.INVITED_VOICE;
            case ACCEPTED -> CallText.ACCEPTED;
            case STARTED -> CallText.STARTED;
            case DECLINED -> CallText.DECLINED;
            case CANCELLED -> CallText.CANCELLED;
            case EXPIRED -> CallText.EXPIRED;
            case ENDED -> state.activeSince().isPresent() ? CallText.ENDED : CallText.ENDED_UNCONNECTED;
            case FAILED -> CallText.FAILED;
        };
    }

    /** Why it failed; nothing for an end that is no failure. */
    private static Optional<CallText> reason(Cause cause) {
        return CallText.of("REASON_" + cause.name());
    }

    /** 75 seconds are "1:15". */
    private static String spoken(Duration duration) {
        return "%d:%02d".formatted(duration.toMinutes(), duration.toSecondsPart());
    }

    /** A consumer's wish for a call (C10). */
    static Line wish(CallMode mode, Wording wording) {
        var text = wording.of(mode == CallMode.VIDEO_CALL ? CallText.ASKED_VIDEO : CallText.ASKED_VOICE);
        return new Line(content(text), Json.createArrayBuilder().add(
                Json.createObjectBuilder().add("type", "CallWish").add("mode", mode.name())).build().toString());
    }

    private static String content(String text) {
        return Json.createObjectBuilder()
                .add("type", "ContentEvent")
                .add("contentType", "text/plain")
                .add("message", text)
                .build().toString();
    }

    /** The shape is docs/protocol.md, "Steps of a call in the transcript". */
    private static String metadata(CallId call, Step step, CallState state, String agentName) {
        var json = Json.createObjectBuilder()
                .add("type", "CallStep")
                .add("callId", call.toString())
                .add("step", step.name())
                .add("mode", state.mode().orElseThrow().name())
                .add("agentName", agentName);
        state.ending().ifPresent(ending -> add(json, ending));
        return Json.createArrayBuilder().add(json).build().toString();
    }

    private static void add(JsonObjectBuilder json, CallEvent.Ended ending) {
        json.add("durationMs", ending.duration().toMillis())
                .add("endReason", ending.endReason().name())
                .add("cause", ending.cause().name());
        ending.errorId().ifPresent(id -> json.add("errorId", id.name()));
    }
}
