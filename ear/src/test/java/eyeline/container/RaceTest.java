package eyeline.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eyeline.core.call.CallId;
import eyeline.core.call.CallMode;
import eyeline.core.call.CallPhase;
import eyeline.core.call.Calls;
import eyeline.core.conversation.ConversationId;
import eyeline.core.presence.Connection;
import eyeline.core.result.RefusalReason;
import eyeline.core.result.Result;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;

/** C6: what happens at once has exactly one outcome, the same for both sides and for the event log. */
@InTheContainer
class RaceTest {
    private static final String ACCOUNT = "20000001";
    private static final Set<Object> RACED = Set.of("CANCELLED", "EXPIRED");

    @Inject
    Stage stage;

    /** Up to a thousand, there are so many agents; asked inside, where {@link ContainerServer} says it. */
    private static int calls() {
        return Integer.parseInt(System.getenv("EYELINE_TEST_RACES"));
    }

    @Deployment
    static EnterpriseArchive archive() {
        return TestArchive.withTests();
    }

    private enum Outcome {
        ACCEPTED, CANCELLED, EXPIRED
    }

    private record Pair(Connection desk, Connection window, ConversationId conversation) {
    }

    private record Race(Pair pair, CallId call, Future<Result<Calls.Accepted>> accept, Future<Result<Void>> cancel) {
    }

    @Test
    void acceptCancelAndExpiryAtOnceHaveOneOutcomeThatBothSidesAreTold() throws Exception {
        var recorder = new Recorder();
        stage.delivery.attach(recorder);
        var threads = Executors.newFixedThreadPool(6, Stage.inside(ACCOUNT));
        var starters = Executors.newScheduledThreadPool(6, Stage.inside(ACCOUNT));
        try {
            var races = new ArrayList<Future<Race>>();
            for (var pair : await(threads.invokeAll(pairs()))) {
                races.add(threads.submit(() -> race(pair, starters)));
            }
            var outcomes = new EnumMap<Outcome, Integer>(Outcome.class);
            for (var race : await(races)) {
                outcomes.merge(outcome(race, recorder), 1, Integer::sum);
            }
            System.out.println("of " + calls() + " calls: " + outcomes);
            assertEquals(calls(), outcomes.values().stream().mapToInt(i -> i).sum());
            assertEquals(Outcome.values().length, outcomes.size(), "a race that one side always wins is none: " + outcomes);
        } finally {
            threads.shutdownNow();
            starters.shutdownNow();
        }
    }

    private List<Callable<Pair>> pairs() {
        var pairs = new ArrayList<Callable<Pair>>();
        for (int i = 0; i < calls(); i++) {
            var agent = "agent" + (1 + i);
            pairs.add(() -> {
                var desk = stage.desk(ACCOUNT, agent);
                var window = stage.window(ACCOUNT, Connection.CALLS);
                return new Pair(desk, window, stage.conversation(window, desk));
            });
        }
        return pairs;
    }

    /**
     * The invitation, and both acts set to one moment: in half of the races that of the expiry, in the others a bit before, so
     * that a slow machine, too, sees each of the three win.
     */
    private Race race(Pair pair, ScheduledExecutorService starters) {
        var invited = Stage.value(stage.calls.invite(pair.desk(), pair.conversation(), CallMode.VIDEO_CALL));
        var moment = invited.expiresAt().minusMillis(ThreadLocalRandom.current().nextBoolean() ? 0 : 4500);
        var call = invited.callId();
        return new Race(pair, call,
                starters.schedule(() -> stage.calls.accept(pair.window(), call, CallMode.VIDEO_CALL), in(moment), TimeUnit.MICROSECONDS),
                starters.schedule(() -> stage.calls.cancel(pair.desk(), call), in(moment), TimeUnit.MICROSECONDS));
    }

    /** Microseconds until then, give or take a little. */
    private static long in(Instant moment) {
        return Duration.between(Instant.now(), moment).toNanos() / 1000 + ThreadLocalRandom.current().nextInt(-3000, 3000);
    }

    private Outcome outcome(Race race, Recorder recorder) throws Exception {
        var accepted = RaceTest.done(race.accept().get());
        var cancelled = RaceTest.done(race.cancel().get());
        var consumer = race.pair().window().person().id();
        var agent = race.pair().desk().person().id();
        recorder.await(() -> recorder.told(consumer, race.call()).size() > 1 && recorder.told(agent, race.call()).size() > 1);
        var rows = stage.query("select seq, type, cause from call_event where call_id = ? order by seq", race.call().value());
        var outcomes = rows.stream().filter(row -> "ACCEPTED".equals(row.get("type"))
                || row.get("cause") != null && RACED.contains(row.get("cause"))).toList();
        assertEquals(1, outcomes.size(), rows.toString());
        var outcome = outcome(rows.get(1));
        assertEquals(outcome == Outcome.ACCEPTED, accepted, "the consumer was answered otherwise: " + rows);
        assertEquals(outcome == Outcome.CANCELLED, cancelled, "the agent was answered otherwise: " + rows);
        // an accepted call that nobody joins fails after two minutes, which is another story
        var told = recorder.told(consumer, race.call()).subList(0, 2);
        assertEquals(told, recorder.told(agent, race.call()).subList(0, 2), "the sides were told different things");
        assertEquals(List.of(new Recorder.Step(1, CallPhase.INVITED, ""), last(outcome)), told);
        return outcome;
    }

    private static Recorder.Step last(Outcome outcome) {
        return outcome == Outcome.ACCEPTED ? new Recorder.Step(2, CallPhase.ACCEPTED, "")
                : new Recorder.Step(2, CallPhase.ENDED, outcome.name());
    }

    private static Outcome outcome(Map<String, Object> row) {
        return Outcome.valueOf("ACCEPTED".equals(row.get("type")) ? "ACCEPTED" : (String) row.get("cause"));
    }

    private static boolean done(Result<?> result) {
        return Stage.reason(result) == null;
    }

    private static <T> List<T> await(List<Future<T>> futures) throws ExecutionException, InterruptedException {
        var values = new ArrayList<T>();
        for (var future : futures) {
            values.add(future.get());
        }
        return values;
    }

    @Test
    void ofTwoAgentsWhoAcceptOneRingAtOnceOneHasIt() throws Exception {
        var threads = Executors.newFixedThreadPool(2, Stage.inside(ACCOUNT));
        try {
            for (int i = 0; i < 100; i++) {
                var window = stage.window(ACCOUNT, Connection.CALLS);
                var id = Stage.value(stage.conversations.request((eyeline.core.user.Consumer) window.person(),
                        new eyeline.core.conversation.ConversationRequest(java.util.Optional.empty(), java.util.Optional.empty())));
                var answers = await(threads.invokeAll(List.of(ring("agent1", id), ring("agent2", id))));
                var reasons = answers.stream().map(Stage::reason).toList();
                assertTrue(reasons.contains(null) && reasons.contains(RefusalReason.TAKEN), reasons.toString());
                assertEquals(1, stage.query("select 1 from conversation_participant where conversation_id = ? and role = 'ASSIGNED_AGENT'",
                        id.value()).size());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private Callable<Result<Void>> ring(String agent, ConversationId id) throws SQLException {
        var person = (eyeline.core.user.Agent) stage.desk(ACCOUNT, agent).person();
        return () -> stage.routing.accept(person, id);
    }
}
