package eyeline.core.call;

import eyeline.core.account.AccountId;
import eyeline.core.account.Accounts;
import eyeline.core.conversation.ConversationId;
import eyeline.core.conversation.ConversationReader;
import eyeline.core.relay.MediaConnection;
import eyeline.core.relay.RelayCredentials;
import eyeline.core.user.Consumer;
import eyeline.core.user.Person;
import eyeline.store.call.CallEventStore;
import eyeline.store.user.UserStore;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reads calls: the facts from the event log, and what is known in memory of those that are open. */
@Stateless
public class CallReader {
    @Inject
    CallEventStore store;
    @Inject
    UserStore users;
    @Inject
    Accounts accounts;
    @Inject
    ConversationReader conversations;
    @Inject
    CallRights rights;
    @Inject
    LiveCalls live;
    @Inject
    Clock clock;

    public Optional<CallView> view(CallId id) {
        return history(id).map(this::view);
    }

    /** The facts alone. */
    public Optional<CallHistory> history(CallId id) {
        return CallHistory.of(id, store.events(id.value()));
    }

    /** The call as it was after each event whose number is greater than {@code seq}, in order. */
    public List<CallView> stepsAfter(CallId id, int seq) {
        return history(id).map(history -> steps(history, seq)).orElse(List.of());
    }

    /** For each conversation that has had a call: its open call, or the last one that ended. */
    public Map<ConversationId, CallView> lastOf(Collection<ConversationId> conversations) {
        return store.lastCallsOf(conversations.stream().map(ConversationId::value).toList()).stream()
                .map(id -> view(new CallId(id)))
                .flatMap(Optional::stream)
                .collect(Collectors.toMap(CallView::conversationId, Function.identity()));
    }

    /** The calls of a person that have not ended. */
    public List<CallView> openOf(Person person) {
        var rows = person instanceof Consumer
                ? store.openCallsOfConsumer(person.account().value(), person.id()) : store.openCallsOfAgent(person.id());
        return rows.stream().map(row -> view(new CallId(row.callId))).flatMap(Optional::stream).toList();
    }

    /** The open call of a conversation. */
    public Optional<CallId> openIn(ConversationId conversation) {
        return store.openCallOf(conversation.value()).map(row -> new CallId(row.callId));
    }

    /** The invitations of an account that nobody has answered. */
    public List<CallView> ringing(AccountId account) {
        return store.openCallsOfAccount(account.value()).stream().map(row -> view(new CallId(row.callId))).flatMap(Optional::stream)
                .filter(call -> call.phase() == CallPhase.INVITED).toList();
    }

    /** Every call that has not ended, and what is known of its last life; for the start of the server. */
    public Map<CallRecord.Committed, CallPulse.Last> allOpen() {
        var open = new HashMap<CallRecord.Committed, CallPulse.Last>();
        store.openCalls().forEach(row -> CallHistory.of(new CallId(row.callId), store.events(row.callId)).ifPresent(history -> open.put(
                new CallRecord.Committed(history.id(), history.parties(), history.state()),
                CallPulse.Last.of(row, history.state(), clock.instant()))));
        return open;
    }

    private List<CallView> steps(CallHistory history, int seq) {
        var events = history.events();
        return IntStream.rangeClosed(seq + 1, events.size())
                .mapToObj(n -> new CallHistory(history.id(), history.parties(), CallState.of(events.subList(0, n)),
                        events.subList(0, n)))
                .map(this::view)
                .toList();
    }

    private CallView view(CallHistory history) {
        var parties = history.parties();
        var state = history.state();
        var session = live.find(history.id());
        var agent = users.find(UUID.fromString(parties.agentId()));
        // as they were at the invitation; a call that nobody holds any more has no start to come
        var settings = session.flatMap(LiveCall::settings).or(() -> accounts.find(parties.account()));
        return new CallView(history.id(), parties.conversation(), state.seq(), state.phase(), state.mode().orElseThrow(),
                state.acceptedMode(), parties.agentId(),
                agent.map(a -> a.accountId + "." + a.userId).orElse(parties.agentId()),
                agent.map(a -> a.displayName).orElse(""),
                parties.consumerId(),
                settings.filter(a -> a.agentCameraOff()).isPresent(),
                settings.filter(a -> a.consumerCameraOff()).isPresent(),
                videoAllowed(parties, state),
                state.invitedAt().orElseThrow(), state.expiresAt().orElseThrow(), state.activeSince(),
                state.ending().map(CallReader::ending),
                session.flatMap(s -> s.owner(Party.AGENT)), session.flatMap(s -> s.owner(Party.CONSUMER)),
                session.map(LiveCall::serviceSecret),
                connection(state, session, parties.agentId()), connection(state, session, parties.consumerId()),
                session.filter(s -> state.phase().connecting()).map(s -> new CallView.Sides(s.round(),
                        s.whereabouts(Party.AGENT), s.whereabouts(Party.CONSUMER))),
                session.flatMap(LiveCall::offer));
    }

    private boolean videoAllowed(CallParties parties, CallState state) {
        return state.phase().connecting() && conversations.find(parties.conversation())
                .filter(c -> rights.standing(c, parties.agentId(), CallMode.VIDEO_CALL).isEmpty()).isPresent();
    }

    /** A relay's credential is made for a participant of an accepted call, never before. */
    private Optional<MediaConnection> connection(CallState state, Optional<LiveCall> session, String participantId) {
        return session.filter(s -> state.phase().connecting()).flatMap(LiveCall::settings)
                .map(account -> RelayCredentials.of(account, participantId, clock.instant()));
    }

    private static CallView.Ending ending(CallEvent.Ended ended) {
        return new CallView.Ending(ended.at(), ended.endReason(), ended.cause(), ended.errorId(),
                ended.duration().toMillis());
    }
}
