package eyeline.core.call;

import eyeline.core.account.Account;
import eyeline.core.account.AccountId;
import eyeline.core.account.Accounts;
import eyeline.core.account.Wording;
import eyeline.core.conversation.Channel;
import eyeline.core.conversation.Conversation;
import eyeline.core.conversation.ConversationId;
import eyeline.core.conversation.ConversationParticipant;
import eyeline.core.conversation.ConversationReader;
import eyeline.core.conversation.ConversationState;
import eyeline.core.conversation.ParticipantRole;
import eyeline.core.conversation.TranscriptEvent;
import eyeline.core.conversation.TranscriptWrites;
import eyeline.core.delivery.Addressee;
import eyeline.core.delivery.Announcers;
import eyeline.core.delivery.Notice;
import eyeline.core.presence.Connection;
import eyeline.core.presence.ConnectionId;
import eyeline.core.presence.PresenceChanged;
import eyeline.core.presence.Whereabouts;
import eyeline.core.result.Refusal;
import eyeline.core.result.Result;
import eyeline.core.time.MovedTime;
import eyeline.core.user.Agent;
import eyeline.core.user.Consumer;
import eyeline.core.user.Departure;
import eyeline.core.user.LogInId;
import eyeline.core.user.Person;
import eyeline.core.user.Role;
import eyeline.core.user.SignIn;
import eyeline.store.conversation.ConversationRow;
import eyeline.store.conversation.ConversationStore;
import eyeline.store.user.UserRow;
import eyeline.store.user.UserStore;
import jakarta.ejb.EJBContext;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * One conversation of an agent and a consumer in the real {@link Calls}, {@link CallSteps}, {@link LiveCalls} and announcer, with a clock that
 * the test moves, an event log in memory, and everything that either side was told.
 */
final class CallStage {
    static final Duration INVITATION = Duration.ofSeconds(90);
    /** Held, because the logging of the JDK forgets a logger, and its level, that nobody holds. */
    private static final Logger QUIET = Logger.getLogger("eyeline.call");
    private static final AccountId ACCOUNT = new AccountId("10000001");
    private static final UUID AGENT = UUID.randomUUID();
    private static final LogInId LOG_IN = LogInId.of("bearer");
    private static final Account SETTINGS = new Account(ACCOUNT, "Brand", true, true, true, true, true, false, false, false, List.of(), Duration.ofMinutes(5),
            2_000, 64, INVITATION, 1, false, "en", Set.of());

    final MovedTime time = new MovedTime();
    final CallsInMemory log = new CallsInMemory();
    private final Map<Party, List<CallView>> told = Map.of(Party.AGENT, new ArrayList<>(), Party.CONSUMER, new ArrayList<>());
    private final Map<Party, String> keys = new HashMap<>();
    private final Conversation conversation = new Conversation(new ConversationId(UUID.randomUUID()), ACCOUNT, "consumer", Conversation.NO_SKILL,
            Channel.WEB_MESSAGING, ConversationState.OPEN, time.instant(), Optional.empty(), Optional.empty(), Optional.empty(),
            new Conversation.TimeToRespond("NORMAL", 3600), Optional.empty(), 1,
            List.of(new ConversationParticipant(AGENT.toString(), "10000001.1", "Anna", ParticipantRole.ASSIGNED_AGENT)));
    Optional<Departure> departure = Optional.empty();
    LiveCalls live;
    Calls calls;
    private CallPresence presence;
    private CallRecovery recovery;

    CallStage() {
        QUIET.setLevel(Level.OFF);
        start();
    }

    /** The server dies and starts again: what was in memory is gone. */
    void restart() {
        time.forget();
        start();
        recovery.recover();
    }

    /** Somebody is looked for in every call that has somebody, as every 10 s (CallPulse). */
    void pulse() {
        pulseRecord().alive(live.inhabited(), time.instant());
    }

    Connection socket(Party party) {
        Person person = party == Party.AGENT ? new Agent(ACCOUNT, AGENT.toString(), "1", "Anna", Set.of(Role.AGENT)) : new Consumer(ACCOUNT, "consumer");
        return new Connection(ConnectionId.random(), person, Set.of(Connection.CALLS), party == Party.AGENT ? Optional.of(LOG_IN) : Optional.empty());
    }

    CallId invites(Connection agent) {
        var invited = done(calls.invite(agent, conversation.id(), CallMode.VIDEO_CALL));
        keys.put(Party.AGENT, invited.sessionKey());
        return invited.callId();
    }

    void accepts(Connection consumer, CallId call) {
        keys.put(Party.CONSUMER, done(calls.accept(consumer, call, CallMode.VIDEO_CALL)).sessionKey());
    }

    /** A session whose socket was lost is back. */
    void resumes(Connection socket, Party party, CallId call) {
        keys.put(party, done(calls.resume(socket, call, keys.get(party), Optional.empty())).sessionKey());
    }

    /** A socket is gone. */
    void goes(Connection socket, Whereabouts how, Duration silence) {
        presence.onPresence(new PresenceChanged(socket, how, silence));
    }

    /** What a side was told last of its call. */
    CallView told(Party party) {
        var all = told.get(party);
        return all.get(all.size() - 1);
    }

    /** The facts that a side was told, in their order: each of them once, however often the same state was told with other whereabouts. */
    List<String> steps(Party party) {
        return told.get(party).stream().map(view -> view.seq() + " " + view.phase() + view.ending().map(e -> " " + e.cause()).orElse("")).distinct().toList();
    }

    static <T> T done(Result<T> result) {
        return result.fold(value -> value, refusal -> {
            throw new AssertionError(refusal.toString());
        });
    }

    private void start() {
        live = new LiveCalls();
        var conversations = conversations();
        var accounts = accounts();
        var reader = new CallReader();
        reader.store = log;
        reader.users = users();
        reader.accounts = accounts;
        reader.conversations = conversations;
        reader.rights = rights();
        reader.live = live;
        reader.clock = time;
        var announcer = Announcers.of(reader, conversations, this::deliver);
        var outlet = new CallsAlone(announcer);
        var steps = new CallSteps();
        steps.record = record(accounts);
        steps.live = live;
        steps.outlet = outlet;
        steps.clock = time;
        steps.timers = time.executor();
        calls = new Calls();
        calls.conversations = conversations;
        calls.accounts = accounts;
        calls.reader = reader;
        calls.rights = rights();
        calls.record = steps.record;
        calls.steps = steps;
        calls.live = live;
        calls.outlet = outlet;
        calls.keys = keys();
        calls.clock = time;
        presence = presence(steps, conversations, outlet);
        recovery = new CallRecovery();
        recovery.reader = reader;
        recovery.accounts = accounts;
        recovery.steps = steps;
        recovery.pulse = pulseRecord();
    }

    private void deliver(Addressee to, Notice notice) {
        if (notice instanceof Notice.CallChanged change && to instanceof Addressee.Everywhere person) {
            told.get(person.id().equals(conversation.consumerId()) ? Party.CONSUMER : Party.AGENT).add(change.call());
        }
    }

    private CallRecord record(Accounts accounts) {
        var record = new CallRecord();
        record.calls = log;
        record.live = live;
        record.conversations = new ConversationStore() {
            @Override
            public Optional<ConversationRow> find(UUID id) {
                var row = new ConversationRow();
                row.state = "OPEN";
                return Optional.of(row);
            }

            @Override
            public void touch(UUID id, long nowMs) {
                // no list is looked at here
            }
        };
        record.transcript = new TranscriptWrites() {
            @Override
            public int appendSystem(AccountId account, ConversationId id, String event, String metadata) {
                return 1;
            }
        };
        record.users = users();
        record.accounts = accounts;
        record.clock = time;
        record.transaction = (EJBContext) Proxy.newProxyInstance(EJBContext.class.getClassLoader(), new Class<?>[] {EJBContext.class}, (proxy, method, values) -> null);
        return record;
    }

    private CallPresence presence(CallSteps steps, ConversationReader conversations, CallOutlet outlet) {
        var departures = new CallDepartures();
        departures.live = live;
        departures.steps = steps;
        departures.outlet = outlet;
        departures.signIn = new SignIn() {
            @Override
            public Optional<Departure> departure(AccountId account, String userPid, Optional<LogInId> logIn) {
                return departure;
            }
        };
        var made = new CallPresence();
        made.live = live;
        made.steps = steps;
        made.conversations = conversations;
        made.outlet = outlet;
        made.departures = departures;
        return made;
    }

    private PulseRecord pulseRecord() {
        var record = new PulseRecord();
        record.store = log;
        return record;
    }

    private ConversationReader conversations() {
        return new ConversationReader() {
            @Override
            public Optional<Conversation> find(ConversationId id) {
                return Optional.of(conversation);
            }

            @Override
            public Optional<Conversation> openOfConsumer(AccountId account, String consumerId) {
                return Optional.of(conversation);
            }

            @Override
            public List<TranscriptEvent> newest(ConversationId id, int after) {
                return List.of();
            }
        };
    }

    private static Accounts accounts() {
        return new Accounts() {
            @Override
            public Optional<Account> find(AccountId id) {
                return Optional.of(SETTINGS);
            }

            @Override
            public Wording wording(AccountId id) {
                return Wording.defaults("en");
            }
        };
    }

    private static CallRights rights() {
        return new CallRights() {
            @Override
            public CallRight right(Conversation where, String agentId, CallMode mode) {
                return CallRight.ALLOWED;
            }

            @Override
            public Optional<Refusal> standing(Conversation where, String agentId, CallMode mode) {
                return Optional.empty();
            }
        };
    }

    private static UserStore users() {
        return new UserStore() {
            @Override
            public Optional<UserRow> find(UUID id) {
                var user = new UserRow();
                user.accountId = ACCOUNT.value();
                user.userId = "1";
                user.displayName = "Anna";
                return Optional.of(user);
            }
        };
    }

    private static SessionKeys keys() {
        return new SessionKeys() {
            @Override
            public String key(CallId call, Party party, int number) {
                return number + "." + party;
            }

            @Override
            public OptionalInt number(CallId call, Party party, String said) {
                return OptionalInt.of(Integer.parseInt(said.substring(0, said.indexOf('.'))));
            }
        };
    }
}
