package eyeline.core.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eyeline.core.account.CallText;
import eyeline.core.account.Wording;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The default texts of a call's steps (T1). */
class CallTextsTest {
    private static final Wording WORDING = Wording.defaults("en");

    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");
    private static final CallId CALL = CallId.of("b7e3f0d2-4444-4a51-9d0e-7c1f2a3b4c5d");
    private static final CallEvent INVITED = new CallEvent.Invited(START, CallMode.VIDEO_CALL, START.plusSeconds(120));
    private static final CallEvent ACCEPTED = new CallEvent.Accepted(START, CallMode.VIDEO_CALL);
    private static final CallEvent CONSUMER = new CallEvent.Joined(START, Party.CONSUMER);
    private static final CallEvent AGENT = new CallEvent.Joined(START, Party.AGENT);

    @Test
    void tellsTheDurationInMinutesAndSeconds() {
        var line = line(INVITED, ACCEPTED, CONSUMER, AGENT, ended(Party.AGENT, Cause.HUNG_UP, Optional.empty(), 75));
        assertTrue(line.event().contains("The video call has ended. Duration: 1:15."), line.event());
        assertTrue(line.metadata().contains("\"step\":\"ENDED\"") && line.metadata().contains("\"durationMs\":75000"));
    }

    @Test
    void tellsNoDurationOfACallThatNeverConnected() {
        var line = line(INVITED, ACCEPTED, ended(Party.AGENT, Cause.HUNG_UP, Optional.empty(), 0));
        assertTrue(line.event().contains("ended before it was connected"), line.event());
    }

    @Test
    void saysNothingWhenOnlyOneSideHasJoined() {
        assertFalse(CallTexts.line(CALL, CallState.of(List.of(INVITED, ACCEPTED, CONSUMER)), CONSUMER, "Ana", WORDING).isPresent());
    }

    @Test
    void saysWhyACallFailed() {
        var line = line(INVITED, ACCEPTED, ended(Party.CONSUMER, Cause.DEVICE_DENIED, Optional.of(ErrorId.NO_CAMERA_ACCESS), 0));
        assertTrue(line.event().contains("The video call failed: the camera or the microphone was not allowed."), line.event());
        assertTrue(line.metadata().contains("NO_CAMERA_ACCESS"));
    }

    @Test
    void keepsAnAgentsNameAsTextWhateverItHolds() {
        var line = CallTexts.line(CALL, CallState.of(List.of(INVITED)), INVITED, "<b>\"Ana\"</b>", WORDING).orElseThrow();
        assertTrue(line.event().contains("\u2068<b>\\\"Ana\\\"</b>\u2069 invites you to a video call."), line.event());
    }

    @Test
    void aNameOfAnotherDirectionIsIsolatedAndCannotEndItsIsolation() {
        var line = CallTexts.line(CALL, CallState.of(List.of(INVITED)), INVITED, "\u05d3\u05e0\u05d4\u2069\u202e (VIP)", WORDING).orElseThrow();
        assertTrue(line.event().contains("\u2068\u05d3\u05e0\u05d4\u202e (VIP)\u2069 invites you to a video call."), line.event());
    }

    @Test
    void speaksEveryLanguageThatHasDefaults() {
        for (var language : Wording.LANGUAGES) {
            var wording = Wording.defaults(language);
            for (var key : CallText.values()) {
                assertTrue(wording.of(key) != null && !wording.of(key).isBlank(), language + " " + key);
            }
        }
        var line = CallTexts.line(CALL, CallState.of(List.of(INVITED)), INVITED, "Ana $1 {call}", Wording.defaults("de")).orElseThrow();
        assertTrue(line.event().contains("\u2068Ana $1 {call}\u2069 lädt Sie zu einem Videoanruf ein."), line.event());
    }

    @Test
    void hasALineForEveryCause() {
        for (var cause : Cause.values()) {
            var line = line(INVITED, ACCEPTED, ended(Party.SERVER, cause, Optional.empty(), 0));
            assertEquals(1, line.metadata().split("\"cause\":\"" + cause + "\"", -1).length - 1, line.metadata());
        }
    }

    private static CallEvent ended(Party by, Cause cause, Optional<ErrorId> errorId, int seconds) {
        return new CallEvent.Ended(START, by, EndReason.AGENT, cause, errorId, Duration.ofSeconds(seconds), 0);
    }

    private static CallTexts.Line line(CallEvent... events) {
        return CallTexts.line(CALL, CallState.of(List.of(events)), events[events.length - 1], "Ana", WORDING).orElseThrow();
    }
}
