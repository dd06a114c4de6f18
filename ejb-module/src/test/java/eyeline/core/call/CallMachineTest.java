package eyeline.core.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eyeline.core.result.Result;
import eyeline.core.user.Departure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The machine against the table of the module's README, and what the table cannot say: times and durations. */
class CallMachineTest {
    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");
    private static final Duration LIFE = Duration.ofSeconds(120);
    private static final Instant IN_TIME = START.plusSeconds(5);
    private static final Instant TOO_LATE = START.plus(LIFE);

    private record Asked(CallCommand command, Instant at) {
    }

    private static final Map<String, Asked> ROWS = rows();

    private static Map<String, Asked> rows() {
        var rows = new LinkedHashMap<String, Asked>();
        rows.put("INVITE", new Asked(new CallCommand.Invite(CallMode.VIDEO_CALL, LIFE), IN_TIME));
        rows.put("ACCEPT in time", new Asked(new CallCommand.Accept(CallMode.VIDEO_CALL), IN_TIME));
        rows.put("ACCEPT too late", new Asked(new CallCommand.Accept(CallMode.VIDEO_CALL), TOO_LATE));
        rows.put("DECLINE", new Asked(new CallCommand.Decline(), IN_TIME));
        rows.put("CANCEL", new Asked(new CallCommand.Cancel(), IN_TIME));
        rows.put("EXPIRE too early", new Asked(new CallCommand.Expire(), IN_TIME));
        rows.put("EXPIRE in time", new Asked(new CallCommand.Expire(), TOO_LATE));
        rows.put("JOIN by consumer", new Asked(new CallCommand.Join(Party.CONSUMER), IN_TIME));
        rows.put("JOIN by agent", new Asked(new CallCommand.Join(Party.AGENT), IN_TIME));
        rows.put("CHANGE_MODE to voice", new Asked(new CallCommand.ChangeMode(Party.CONSUMER, CallMode.VOICE_CALL), IN_TIME));
        rows.put("CHANGE_MODE as it is", new Asked(new CallCommand.ChangeMode(Party.AGENT, CallMode.VIDEO_CALL), IN_TIME));
        rows.put("HANG_UP by consumer", new Asked(new CallCommand.HangUp(Party.CONSUMER), IN_TIME));
        rows.put("HANG_UP by agent", new Asked(new CallCommand.HangUp(Party.AGENT), IN_TIME));
        rows.put("FAIL", new Asked(new CallCommand.Fail(Party.CONSUMER, Failure.CAMERA_DENIED), IN_TIME));
        rows.put("LOSE consumer", new Asked(new CallCommand.Lose(Party.CONSUMER, false), IN_TIME));
        rows.put("LOSE agent", new Asked(new CallCommand.Lose(Party.AGENT, false), IN_TIME));
        rows.put("LOSE agent who left", new Asked(new CallCommand.Lose(Party.AGENT, true), IN_TIME));
        rows.put("GIVE_UP", new Asked(new CallCommand.GiveUp(), IN_TIME));
        rows.put("REVOKE", new Asked(new CallCommand.Revoke(), IN_TIME));
        rows.put("CLOSE_CONVERSATION", new Asked(new CallCommand.CloseConversation(Party.AGENT), IN_TIME));
        rows.put("LEAVE", new Asked(new CallCommand.Leave(Party.AGENT, Departure.LOGGED_OUT), IN_TIME));
        rows.put("SHUT_DOWN", new Asked(new CallCommand.ShutDown(), IN_TIME));
        return rows;
    }

    @TestFactory
    Stream<DynamicTest> answersEveryCommandInEveryPhaseAsTheTableSays() throws IOException {
        var table = table();
        assertEquals(ROWS.keySet(), table.keySet(), "rows of the README's table");
        return ROWS.keySet().stream().flatMap(row -> Stream.of(CallPhase.values()).map(phase -> DynamicTest.dynamicTest(
                row + " in " + phase,
                () -> assertEquals(table.get(row).get(phase.ordinal()), answer(state(phase), ROWS.get(row))))));
    }

    @Test
    void hasARowForEveryCommand() {
        var kinds = EnumSet.noneOf(CallCommand.Kind.class);
        ROWS.values().forEach(asked -> kinds.add(asked.command().kind()));
        assertEquals(EnumSet.allOf(CallCommand.Kind.class), kinds);
    }

    @Test
    void whoIsLostWasThereUntilLastSeenAndTheWaitForThemIsNoPartOfTheCall() {
        var active = state(CallPhase.ACTIVE);
        var later = START.plusSeconds(833);
        for (var command : List.of(new CallCommand.Lose(Party.CONSUMER, false), new CallCommand.ShutDown())) {
            var ended = (CallEvent.Ended) CallMachine.apply(active, command, later, START.plusSeconds(303)).fold(event -> event, refusal -> null);
            assertEquals(Duration.ofSeconds(300), ended.duration());
            assertEquals(later, ended.at());
        }
        var neverSeen = (CallEvent.Ended) CallMachine.apply(active, new CallCommand.ShutDown(), later, START).fold(event -> event, refusal -> null);
        assertEquals(Duration.ZERO, neverSeen.duration());
    }

    @Test
    void runsTheDurationFromBothJoined() {
        var state = state(CallPhase.ACTIVE);
        var ended = ending(state, new CallCommand.HangUp(Party.AGENT), START.plusSeconds(63));
        assertEquals(Duration.ofSeconds(60), ended.duration());
        assertEquals(2, ended.joined());
        assertEquals(EndReason.AGENT, ended.endReason());
    }

    @Test
    void givesNoDurationToACallThatNeverWasActive() {
        var ended = ending(state(CallPhase.AGENT_JOINED), new CallCommand.HangUp(Party.CONSUMER), START.plusSeconds(63));
        assertEquals(Duration.ZERO, ended.duration());
        assertEquals(1, ended.joined());
    }

    @Test
    void takesAnAcceptanceAtTheVeryMomentOfExpiryForTheExpiry() {
        var state = state(CallPhase.INVITED);
        assertEquals("→ ACCEPTED", answer(state, new Asked(new CallCommand.Accept(CallMode.VOICE_CALL), TOO_LATE.minusMillis(1))));
        assertEquals("→ ENDED EXPIRED", answer(state, new Asked(new CallCommand.Accept(CallMode.VOICE_CALL), TOO_LATE)));
    }

    @Test
    void neverGivesANegativeDurationWhenTheClockIsSetBack() {
        assertEquals(Duration.ZERO,
                ending(state(CallPhase.ACTIVE), new CallCommand.HangUp(Party.AGENT), START.minusSeconds(60)).duration());
    }

    @Test
    void namesBothSidesErrorForEveryFailure() {
        for (var failure : Failure.values()) {
            var ended = ending(state(CallPhase.ACCEPTED), new CallCommand.Fail(Party.CONSUMER, failure), IN_TIME);
            assertEquals(failure.cause(), ended.cause());
            assertTrue(ended.errorId().isPresent());
        }
    }

    @Test
    void tellsWhyWhoeverLeftIsNotHereAnyMoreAndThatAClosedAccountIsNobodysAct() {
        var causes = new EnumMap<Departure, Cause>(Departure.class);
        for (var why : Departure.values()) {
            causes.put(why, ending(state(CallPhase.ACTIVE), new CallCommand.Leave(Party.AGENT, why), IN_TIME).cause());
        }
        assertEquals(Map.of(Departure.LOGGED_OUT, Cause.LOGGED_OUT, Departure.LOGIN_ENDED, Cause.LOGIN_ENDED,
                Departure.ACCOUNT_CLOSED, Cause.ACCOUNT_CLOSED), causes);
        var closed = ending(state(CallPhase.INVITED), new CallCommand.Leave(Party.SERVER, Departure.ACCOUNT_CLOSED), IN_TIME);
        assertEquals(EndReason.SERVER, closed.endReason());
        assertTrue(closed.errorId().isEmpty());
    }

    @Test
    void leavesItToTheConsumerWhetherTheyShowThemselvesToo() {
        var agents = changed(voice(), Party.AGENT, CallMode.VIDEO_CALL);
        assertModes(CallMode.VIDEO_CALL, CallMode.VOICE_CALL, agents);
        assertModes(CallMode.VIDEO_CALL, CallMode.VIDEO_CALL, changed(agents, Party.CONSUMER, CallMode.VIDEO_CALL));
        assertEquals(CallPhase.ACTIVE, agents.phase());
    }

    @Test
    void aPictureOfTheConsumerMakesItAVideoCallForBoth() {
        var video = changed(voice(), Party.CONSUMER, CallMode.VIDEO_CALL);
        assertModes(CallMode.VIDEO_CALL, CallMode.VIDEO_CALL, video);
        assertEquals("WRONG_STATE", answer(video, new Asked(new CallCommand.ChangeMode(Party.AGENT, CallMode.VIDEO_CALL), IN_TIME)));
    }

    @Test
    void voiceIsForBothWhoeverWantsIt() {
        for (var party : List.of(Party.AGENT, Party.CONSUMER)) {
            var again = changed(state(CallPhase.ACTIVE), party, CallMode.VOICE_CALL);
            assertModes(CallMode.VOICE_CALL, CallMode.VOICE_CALL, again);
            assertEquals("WRONG_STATE", answer(again, new Asked(new CallCommand.ChangeMode(party, CallMode.VOICE_CALL), IN_TIME)));
        }
    }

    @Test
    void aChangeOfTheModeLeavesTheDurationAsItIs() {
        var again = changed(state(CallPhase.ACTIVE), Party.AGENT, CallMode.VOICE_CALL);
        assertEquals(Duration.ofSeconds(60), ending(again, new CallCommand.HangUp(Party.AGENT), START.plusSeconds(63)).duration());
    }

    private static CallState changed(CallState state, Party party, CallMode mode) {
        return state.after(CallMachine.apply(state, new CallCommand.ChangeMode(party, mode), IN_TIME).fold(e -> e, r -> null));
    }

    private static void assertModes(CallMode mode, CallMode accepted, CallState state) {
        assertEquals(List.of(mode, accepted), List.of(state.mode().orElseThrow(), state.acceptedMode().orElseThrow()));
    }

    private static CallState voice() {
        return CallState.of(List.of(new CallEvent.Invited(START, CallMode.VOICE_CALL, START.plus(LIFE)),
                new CallEvent.Accepted(START.plusSeconds(1), CallMode.VOICE_CALL), new CallEvent.Joined(START.plusSeconds(2), Party.CONSUMER),
                new CallEvent.Joined(START.plusSeconds(3), Party.AGENT)));
    }

    private static CallEvent.Ended ending(CallState state, CallCommand command, Instant at) {
        return state.after(CallMachine.apply(state, command, at).fold(e -> e, r -> null)).ending().orElseThrow();
    }

    private static String answer(CallState state, Asked asked) {
        return CallMachine.apply(state, asked.command(), asked.at()).fold(
                event -> "→ " + state.after(event).phase()
                        + state.after(event).ending().map(e -> " " + e.cause()).orElse(""),
                refusal -> refusal.reason().name());
    }

    private static CallState state(CallPhase phase) {
        var invited = new CallEvent.Invited(START, CallMode.VIDEO_CALL, START.plus(LIFE));
        var accepted = new CallEvent.Accepted(START.plusSeconds(1), CallMode.VIDEO_CALL);
        var consumer = new CallEvent.Joined(START.plusSeconds(2), Party.CONSUMER);
        var agent = new CallEvent.Joined(START.plusSeconds(3), Party.AGENT);
        return CallState.of(switch (phase) {
            case NONE -> List.of();
            case INVITED -> List.of(invited);
            case ACCEPTED -> List.of(invited, accepted);
            case CONSUMER_JOINED -> List.of(invited, accepted, consumer);
            case AGENT_JOINED -> List.of(invited, accepted, agent);
            case ACTIVE -> List.of(invited, accepted, consumer, agent);
            case ENDED -> List.of(invited, (CallEvent) new CallEvent.Ended(START.plusSeconds(4), Party.CONSUMER,
                    EndReason.CONSUMER, Cause.DECLINED, java.util.Optional.empty(), Duration.ZERO, 0));
        });
    }

    /** The README's table: a row's name to its cells, in the order of the phases. */
    private static Map<String, List<String>> table() throws IOException {
        var table = new LinkedHashMap<String, List<String>>();
        for (var line : Files.readAllLines(Path.of("README.md"))) {
            var cells = new ArrayList<>(Stream.of(line.split("\\|")).map(String::strip).toList());
            if (cells.size() == CallPhase.values().length + 2 && !cells.get(1).equals("command") && !cells.get(1).startsWith("-")) {
                table.put(cells.get(1), cells.subList(2, cells.size()));
            }
        }
        return table;
    }
}
