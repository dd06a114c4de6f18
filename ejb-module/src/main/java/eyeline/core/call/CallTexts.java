package eyeline.core.call;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.util.Optional;

/** The lines that the steps of a call write into the transcript (T1): the default texts and the step as metadata. */
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

    static Optional<Line> line(CallId call, CallState state, CallEvent event, String agentName) {
        return step(state, event).map(step -> new Line(content(text(step, state, agentName)), metadata(call, step, state)));
    }

    private static Optional<Step> step(CallState state, CallEvent event) {
        if (event instanceof CallEvent.Joined) {
            return state.phase() == CallPhase.ACTIVE ? Optional.of(Step.STARTED) : Optional.empty();
        }
        if (event instanceof CallEvent.Ended ended) {
            return Optional.of(step(ended.cause()));
        }
        return Optional.of(event instanceof CallEvent.Invited ? Step.INVITED : Step.ACCEPTED);
    }

    private static Step step(Cause cause) {
        return switch (cause) {
            case DECLINED -> Step.DECLINED;
            case CANCELLED -> Step.CANCELLED;
            case EXPIRED -> Step.EXPIRED;
            case HUNG_UP, CONVERSATION_CLOSED -> Step.ENDED;
            case UNSUPPORTED_BROWSER, DEVICE_DENIED, DEVICE_MISSING, DEVICE_BUSY, MEDIA_FAILED, CONNECTION_LOST,
                    PERMISSION_REVOKED, SERVER_SHUTDOWN -> Step.FAILED;
        };
    }

    private static String text(Step step, CallState state, String agentName) {
        var call = state.mode().orElseThrow() == CallMode.VIDEO_CALL ? "video call" : "voice call";
        return switch (step) {
            case INVITED -> agentName + " invites you to a " + call + ".";
            case ACCEPTED -> "The invitation to a " + call + " was accepted.";
            case STARTED -> "The " + call + " has started.";
            case DECLINED -> "The invitation to a " + call + " was declined.";
            case CANCELLED -> agentName + " took the invitation to a " + call + " back.";
            case EXPIRED -> "The invitation to a " + call + " was not answered.";
            case ENDED -> state.activeSince().isPresent()
                    ? "The " + call + " has ended. Duration: " + spoken(state.ending().orElseThrow().duration()) + "."
                    : "The " + call + " ended before it was connected.";
            case FAILED -> "The " + call + " failed: " + why(state.ending().orElseThrow());
        };
    }

    private static String why(CallEvent.Ended ending) {
        var whose = ending.by() == Party.AGENT ? "the agent's" : "the consumer's";
        return switch (ending.cause()) {
            case UNSUPPORTED_BROWSER -> whose + " browser does not support calls.";
            case DEVICE_DENIED -> whose + " browser was not allowed to use " + device(ending) + ".";
            case DEVICE_MISSING -> whose + " device has no " + device(ending).replace("the ", "") + ".";
            case DEVICE_BUSY -> whose + " camera or microphone is in use elsewhere.";
            case MEDIA_FAILED -> "no connection could be made.";
            case CONNECTION_LOST -> whose + " connection was lost.";
            case PERMISSION_REVOKED -> "it is no longer allowed.";
            case SERVER_SHUTDOWN -> "the server was restarted.";
            case DECLINED, CANCELLED, EXPIRED, HUNG_UP, CONVERSATION_CLOSED -> "it has ended.";
        };
    }

    private static String device(CallEvent.Ended ending) {
        return ending.errorId().filter(ErrorId.NO_CAMERA_ACCESS::equals).isPresent() ? "the camera" : "the microphone";
    }

    /** 75 seconds are "1:15". */
    private static String spoken(Duration duration) {
        return "%d:%02d".formatted(duration.toMinutes(), duration.toSecondsPart());
    }

    private static String content(String text) {
        return Json.createObjectBuilder()
                .add("type", "ContentEvent")
                .add("contentType", "text/plain")
                .add("message", text)
                .build().toString();
    }

    /** The shape is docs/protocol.md, "Steps of a call in the transcript". */
    private static String metadata(CallId call, Step step, CallState state) {
        var json = Json.createObjectBuilder()
                .add("type", "CallStep")
                .add("callId", call.toString())
                .add("step", step.name())
                .add("mode", state.mode().orElseThrow().name());
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
