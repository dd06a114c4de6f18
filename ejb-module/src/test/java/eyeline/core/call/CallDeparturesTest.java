package eyeline.core.call;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eyeline.core.account.AccountId;
import eyeline.core.conversation.ConversationId;
import eyeline.core.presence.Connection;
import eyeline.core.presence.ConnectionId;
import eyeline.core.presence.Whereabouts;
import eyeline.core.result.RefusalReason;
import eyeline.core.result.Result;
import eyeline.core.user.Departure;
import eyeline.core.user.LogInId;
import eyeline.core.user.SignIn;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Which calls end with a log-in, and which go on. */
class CallDeparturesTest {
    private static final AccountId ACCOUNT = new AccountId("10000001");
    private static final AccountId OTHER_ACCOUNT = new AccountId("10000002");
    private static final String AGENT = UUID.randomUUID().toString();
    private static final LogInId ENDED = LogInId.of("ended");
    private static final LogInId OTHER = LogInId.of("other");

    /** How the agent's side of a call may stand when a log-in ends. */
    private enum Side {
        OWNED_BY_IT(true), OWNED_BY_IT_AND_AWAY(true), TAKEN_UP_BY_ANOTHER(false), OWNED_BY_ANOTHER(false), OWNED_BY_ANOTHER_AND_AWAY(false),
        UNKNOWN_AFTER_A_RESTART(true), OF_SOMEBODY_ELSE(false), OF_ANOTHER_ACCOUNT(false);

        private final boolean ends;

        Side(boolean ends) {
            this.ends = ends;
        }
    }

    private final LiveCalls live = new LiveCalls();
    private final List<CallCommand> taken = new ArrayList<>();
    private final List<CallId> told = new ArrayList<>();
    private final Map<Optional<LogInId>, Departure> gone = new HashMap<>();
    private final CallDepartures departures = departures();

    private CallDepartures departures() {
        var made = new CallDepartures();
        made.live = live;
        made.steps = new CallSteps() {
            @Override
            public Result<CallRecord.Committed> take(CallId id, CallCommand command) {
                taken.add(command);
                return Result.refused(RefusalReason.WRONG_STATE);
            }
        };
        made.outlet = (CallOutlet) Proxy.newProxyInstance(CallOutlet.class.getClassLoader(), new Class<?>[] {CallOutlet.class}, (proxy, method, values) -> {
            told.add((CallId) values[1]);
            return null;
        });
        made.signIn = new SignIn() {
            @Override
            public Optional<Departure> departure(AccountId account, String userPid, Optional<LogInId> logIn) {
                return Optional.ofNullable(gone.get(logIn));
            }
        };
        return made;
    }

    @TestFactory
    Stream<DynamicTest> aLogOutEndsWhatRestsOnThatLogInAndNothingElse() {
        return Stream.of(Side.values()).map(side -> DynamicTest.dynamicTest(side.name(), () -> {
            var fresh = new CallDeparturesTest();
            fresh.stands(side);
            fresh.departures.leaves(ACCOUNT, AGENT, ENDED, Departure.LOGGED_OUT);
            assertEquals(side.ends ? List.of(new CallCommand.Leave(Party.AGENT, Departure.LOGGED_OUT)) : List.of(), fresh.taken);
        }));
    }

    @Test
    void aChangeEndsWhatMayNotGoOnAndLeavesTheRest() {
        stands(Side.OWNED_BY_IT);
        stands(Side.OWNED_BY_IT_AND_AWAY);
        stands(Side.OWNED_BY_ANOTHER);
        gone.put(Optional.of(ENDED), Departure.LOGIN_ENDED);
        departures.lookAgain(ACCOUNT);
        var left = new CallCommand.Leave(Party.AGENT, Departure.LOGIN_ENDED);
        assertEquals(List.of(left, left), taken);
    }

    @Test
    void aClosedAccountIsNobodysAct() {
        stands(Side.UNKNOWN_AFTER_A_RESTART);
        gone.put(Optional.empty(), Departure.ACCOUNT_CLOSED);
        departures.lookAgain(ACCOUNT);
        assertEquals(List.of(new CallCommand.Leave(Party.SERVER, Departure.ACCOUNT_CLOSED)), taken);
    }

    @Test
    void aSocketThatIsSentAwayEndsItsOwnCallsAlone() {
        var socket = stands(Side.OWNED_BY_IT);
        stands(Side.OWNED_BY_IT);
        gone.put(Optional.of(ENDED), Departure.LOGIN_ENDED);
        departures.sentAway(socket);
        assertEquals(1, taken.size());
    }

    /** Two find at the same moment that a log-in is over: the second finds the call ended and closes the socket, and the first may not have told it yet. */
    @Test
    void whoFindsTheCallEndedAlreadySeesThatItIsTold() {
        var socket = stands(Side.OWNED_BY_IT);
        gone.put(Optional.of(ENDED), Departure.LOGIN_ENDED);
        departures.sentAway(socket);
        assertEquals(live.ownedBy(socket.id()).stream().map(LiveCall::id).toList(), told);
    }

    /** The socket that owns, or owned, the agent's side of a call that stands like that. */
    private Connection stands(Side side) {
        var account = side == Side.OF_ANOTHER_ACCOUNT ? OTHER_ACCOUNT : ACCOUNT;
        var agent = side == Side.OF_SOMEBODY_ELSE ? UUID.randomUUID().toString() : AGENT;
        var call = live.open(CallId.random(), new CallParties(account, new ConversationId(UUID.randomUUID()), agent, "c"));
        return switch (side) {
            case OWNED_BY_IT, OF_SOMEBODY_ELSE, OF_ANOTHER_ACCOUNT -> owns(call, ENDED);
            case OWNED_BY_IT_AND_AWAY -> away(call, owns(call, ENDED));
            case TAKEN_UP_BY_ANOTHER -> {
                owns(call, ENDED);
                yield owns(call, OTHER);
            }
            case OWNED_BY_ANOTHER -> owns(call, OTHER);
            case OWNED_BY_ANOTHER_AND_AWAY -> away(call, owns(call, OTHER));
            case UNKNOWN_AFTER_A_RESTART -> socket(ENDED);
        };
    }

    private static Connection owns(LiveCall call, LogInId logIn) {
        var socket = socket(logIn);
        call.claim(Party.AGENT, socket);
        return socket;
    }

    private static Connection away(LiveCall call, Connection socket) {
        call.lose(Party.AGENT, socket.id(), Whereabouts.LEFT, Instant.EPOCH, null);
        return socket;
    }

    private static Connection socket(LogInId logIn) {
        return new Connection(ConnectionId.random(), null, Set.of(), Optional.of(logIn));
    }
}
