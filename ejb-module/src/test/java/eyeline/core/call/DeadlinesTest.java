package eyeline.core.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eyeline.core.presence.Connection;
import eyeline.core.presence.Whereabouts;
import eyeline.core.result.Outage;
import eyeline.core.result.RefusalReason;
import eyeline.core.user.Departure;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every deadline of a call, to the millisecond: it holds until then, both are told the same end, nothing stays armed or in memory. */
class DeadlinesTest {
    private static final Duration MOMENT = Duration.ofMillis(1);
    private static final Duration DAYS = Duration.ofDays(3);

    private final CallStage stage = new CallStage();
    private final Connection agent = stage.socket(Party.AGENT);
    private final Connection consumer = stage.socket(Party.CONSUMER);

    private CallId accepted() {
        var call = stage.invites(agent);
        stage.accepts(consumer, call);
        return call;
    }

    private CallId talking() {
        var call = accepted();
        CallStage.done(stage.calls.join(consumer, call));
        CallStage.done(stage.calls.join(agent, call));
        return call;
    }

    /** The call goes on until then and no longer. */
    private void endsAfter(Duration time, EndReason reason, Cause cause) {
        stage.time.pass(time.minus(MOMENT));
        assertNotEquals(CallPhase.ENDED, stage.told(Party.CONSUMER).phase(), "too early");
        stage.time.pass(MOMENT);
        assertEquals(cause, stage.told(Party.CONSUMER).ending().orElseThrow(() -> new AssertionError("not in time")).cause());
        assertEquals(reason, stage.told(Party.CONSUMER).ending().orElseThrow().endReason());
    }

    private void goesOnForDays() {
        stage.time.pass(DAYS);
        assertEquals(CallPhase.ACTIVE, stage.told(Party.AGENT).phase());
    }

    private long durationMs() {
        return stage.told(Party.AGENT).ending().orElseThrow().durationMs();
    }

    @AfterEach
    void bothAreToldTheSameAndNothingStays() {
        assertEquals(stage.steps(Party.CONSUMER), stage.steps(Party.AGENT));
        if (stage.told(Party.AGENT).phase() == CallPhase.ENDED) {
            stage.time.pass(DAYS);
            assertEquals(0, stage.live.count());
            assertEquals(0, stage.time.armed());
            assertEquals(List.of(), stage.log.openCalls());
            assertEquals(1, stage.steps(Party.AGENT).stream().filter(step -> step.contains("ENDED")).count());
        }
    }

    @Test
    void anInvitationRingsForItsLife() {
        stage.invites(agent);
        endsAfter(CallStage.INVITATION, EndReason.TIMEOUT, Cause.EXPIRED);
    }

    @Test
    void aCallThatRunsHasNoDeadline() {
        talking();
        assertEquals(0, stage.time.armed());
        goesOnForDays();
    }

    @Test
    void anAcceptanceAtTheMomentOfTheExpiryIsTooLate() {
        var call = stage.invites(agent);
        stage.time.pass(CallStage.INVITATION);
        assertEquals("WRONG_STATE", stage.calls.accept(consumer, call, CallMode.VIDEO_CALL).fold(done -> "accepted", refusal -> refusal.reason().name()));
    }

    @Test
    void whatDoesNotConnectIsGivenUp() {
        accepted();
        endsAfter(CallSteps.CONNECT_TIME, EndReason.TIMEOUT, Cause.NOT_AGREED);
        assertEquals(0, durationMs());
    }

    @Test
    void oneWhoHasJoinedAloneIsNotEnough() {
        CallStage.done(stage.calls.join(consumer, accepted()));
        endsAfter(CallSteps.CONNECT_TIME, EndReason.TIMEOUT, Cause.NOT_AGREED);
    }

    @Test
    void whoLeftThePageMayComeBackForHalfAMinute() {
        talking();
        stage.time.pass(Duration.ofMinutes(5));
        stage.goes(consumer, Whereabouts.LEFT, Duration.ZERO);
        endsAfter(CallSteps.GRACE, EndReason.CONSUMER, Cause.PAGE_LEFT);
        assertEquals(Duration.ofMinutes(5).toMillis(), durationMs());
    }

    @Test
    void whoIsLostWithoutAWordMayComeBackForFortySecondsFromWhenTheyWereHeard() {
        talking();
        var silence = Duration.ofSeconds(15);
        stage.time.pass(silence);
        stage.goes(agent, Whereabouts.LOST, silence);
        endsAfter(CallSteps.SILENT_GRACE.minus(silence), EndReason.AGENT, Cause.CONNECTION_LOST);
        assertEquals(0, durationMs());
    }

    @Test
    void aSocketThatWasClosedInOrderWaitsHalfAMinute() {
        talking();
        stage.goes(agent, Whereabouts.LOST, Duration.ZERO);
        endsAfter(CallSteps.GRACE, EndReason.AGENT, Cause.CONNECTION_LOST);
    }

    @Test
    void whoComesBackAtTheLastMomentIsBack() {
        var call = talking();
        stage.goes(consumer, Whereabouts.LEFT, Duration.ZERO);
        stage.time.pass(CallSteps.GRACE.minus(MOMENT));
        stage.resumes(stage.socket(Party.CONSUMER), Party.CONSUMER, call);
        goesOnForDays();
    }

    @Test
    void bothMayBeAwayAtOnceAndTheFirstWhoseTimeIsOverEndsIt() {
        talking();
        stage.goes(consumer, Whereabouts.LEFT, Duration.ZERO);
        stage.time.pass(Duration.ofSeconds(10));
        stage.goes(agent, Whereabouts.LOST, Duration.ZERO);
        endsAfter(CallSteps.GRACE.minusSeconds(10), EndReason.CONSUMER, Cause.PAGE_LEFT);
    }

    @Test
    void aPageThatIsLoadedAnewWhileItRingsTakesTheInvitationUpAgain() {
        var call = stage.invites(agent);
        stage.goes(agent, Whereabouts.LEFT, Duration.ZERO);
        stage.time.pass(Duration.ofSeconds(20));
        stage.resumes(stage.socket(Party.AGENT), Party.AGENT, call);
        endsAfter(CallStage.INVITATION.minusSeconds(20), EndReason.TIMEOUT, Cause.EXPIRED);
    }

    @Test
    void aLogInThatEndsWhileThePageIsAwayEndsTheCallAtOnce() {
        talking();
        stage.departure = Optional.of(Departure.LOGIN_ENDED);
        stage.goes(agent, Whereabouts.LEFT, Duration.ZERO);
        assertEquals(Cause.LOGIN_ENDED, stage.told(Party.CONSUMER).ending().orElseThrow().cause());
    }

    @Test
    void afterARestartTheCallWaitsForItsPeopleAndIsTheServersFaultIfNobodyComes() {
        talking();
        stage.time.pass(Duration.ofSeconds(60));
        stage.pulse();
        stage.time.pass(Duration.ofSeconds(5));
        stage.restart();
        endsAfter(CallSteps.RESTART_GRACE, EndReason.SERVER, Cause.SERVER_SHUTDOWN);
        assertEquals(Duration.ofSeconds(60).toMillis(), durationMs());
    }

    @Test
    void afterARestartTheOtherSideIsLostIfOneAloneComesBack() {
        var call = talking();
        stage.restart();
        stage.time.pass(Duration.ofSeconds(7));
        stage.resumes(stage.socket(Party.AGENT), Party.AGENT, call);
        endsAfter(CallSteps.RESTART_GRACE.minusSeconds(7), EndReason.CONSUMER, Cause.CONNECTION_LOST);
    }

    @Test
    void afterARestartBothComeBackAndTheCallGoesOn() {
        var call = talking();
        stage.restart();
        stage.resumes(stage.socket(Party.CONSUMER), Party.CONSUMER, call);
        stage.time.pass(CallSteps.RESTART_GRACE.minus(MOMENT));
        stage.resumes(stage.socket(Party.AGENT), Party.AGENT, call);
        goesOnForDays();
    }

    @Test
    void theWaitRunsFromTheFirstRestartAfterWhichNobodyCameBack() {
        talking();
        stage.restart();
        stage.time.pass(Duration.ofSeconds(100));
        stage.restart();
        endsAfter(CallSteps.RESTART_GRACE.minusSeconds(100), EndReason.SERVER, Cause.SERVER_SHUTDOWN);
    }

    @Test
    void anInvitationExpiresInTimeOverARestart() {
        stage.invites(agent);
        stage.time.pass(Duration.ofSeconds(50));
        stage.restart();
        endsAfter(CallStage.INVITATION.minusSeconds(50), EndReason.TIMEOUT, Cause.EXPIRED);
    }

    @Test
    void anInvitationWhoseTimeWasOverDuringTheRestartEndsAtItsStart() {
        stage.invites(agent);
        stage.time.forget();
        stage.time.pass(CallStage.INVITATION.plusSeconds(30));
        stage.restart();
        stage.time.pass(Duration.ZERO);
        assertEquals(Cause.EXPIRED, stage.told(Party.AGENT).ending().orElseThrow().cause());
    }

    @Test
    void whatIsAcceptedAndNotConnectedIsGivenUpAfterARestartToo() {
        var call = accepted();
        stage.restart();
        stage.resumes(stage.socket(Party.CONSUMER), Party.CONSUMER, call);
        stage.resumes(stage.socket(Party.AGENT), Party.AGENT, call);
        endsAfter(CallSteps.CONNECT_TIME, EndReason.TIMEOUT, Cause.NOT_AGREED);
    }

    @Test
    void whatIsDueWhileTheDatabaseIsAwayIsDoneWhenItIsBack() {
        stage.invites(agent);
        stage.log.away(outage());
        stage.time.pass(CallStage.INVITATION.plus(Duration.ofMinutes(10)));
        assertEquals(CallPhase.INVITED, stage.told(Party.CONSUMER).phase());
        stage.log.away(null);
        stage.time.pass(Duration.ofSeconds(1));
        assertEquals(Cause.EXPIRED, stage.told(Party.CONSUMER).ending().orElseThrow().cause());
    }

    @Test
    void aHangUpWhileTheDatabaseIsAwayIsWrittenWhenItIsBackAndTheCallWasNoLonger() {
        var call = talking();
        stage.time.pass(Duration.ofSeconds(40));
        stage.log.away(outage());
        var answer = stage.calls.end(agent, call).fold(done -> "done", refusal -> refusal.reason().name());
        assertEquals(RefusalReason.UNAVAILABLE.name(), answer);
        stage.time.pass(Duration.ofMinutes(3));
        stage.log.away(null);
        stage.time.pass(Duration.ofSeconds(1));
        assertEquals(Cause.HUNG_UP, stage.told(Party.CONSUMER).ending().orElseThrow().cause());
        assertEquals(Duration.ofSeconds(40).toMillis(), durationMs());
    }

    @Test
    void whatIsDueAndFailsForAnotherReasonIsTriedAgainLessAndLessOften() {
        stage.invites(agent);
        stage.log.away(new IllegalStateException("a fault of ours"));
        stage.time.pass(CallStage.INVITATION.plus(Duration.ofHours(1)));
        assertEquals(1, stage.time.armed());
        stage.log.away(null);
        Instant back = stage.time.instant();
        stage.time.pass(Duration.ofMinutes(1));
        var ending = stage.told(Party.CONSUMER).ending().orElseThrow();
        assertEquals(Cause.EXPIRED, ending.cause());
        assertTrue(!ending.at().isBefore(back));
    }

    @Test
    void aLengthIsTheDifferenceOfTheTimesThatAreToldWhateverTheClocksResolution() {
        var call = accepted();
        stage.time.pass(Duration.ofNanos(900_000));
        CallStage.done(stage.calls.join(consumer, call));
        CallStage.done(stage.calls.join(agent, call));
        stage.time.pass(Duration.ofNanos(92_200_000));
        CallStage.done(stage.calls.end(agent, call));
        var ended = stage.told(Party.AGENT);
        assertEquals(ended.ending().orElseThrow().at().toEpochMilli() - ended.activeSince().orElseThrow().toEpochMilli(), durationMs());
    }

    private static RuntimeException outage() {
        var failure = new IllegalStateException(new SQLException("gone", "08006"));
        assertTrue(Outage.is(failure));
        return failure;
    }
}
