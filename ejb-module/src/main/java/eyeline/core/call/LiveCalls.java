package eyeline.core.call;

import eyeline.core.account.AccountId;
import eyeline.core.presence.ConnectionId;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The session data of the open calls of this node. A call that has ended is not here. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class LiveCalls {
    /** Ended calls remembered by id: a step that was committed before the end may take note of itself after it. */
    private static final int ENDED = 10_000;

    private final Map<CallId, LiveCall> calls = new ConcurrentHashMap<>();
    private final Set<CallId> ended = Collections.synchronizedSet(Collections.newSetFromMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<CallId, Boolean> eldest) {
            return size() > ENDED;
        }
    }));

    /** The open call, made known if it was not; one that has ended meanwhile stays unknown. */
    public LiveCall open(CallId id, CallParties parties) {
        var call = calls.compute(id, (same, known) ->
                known != null || ended.contains(id) ? known : new LiveCall(id, parties));
        return call != null ? call : new LiveCall(id, parties);
    }

    public Optional<LiveCall> find(CallId id) {
        return Optional.ofNullable(calls.get(id));
    }

    /** The open calls of an account. */
    public List<LiveCall> of(AccountId account) {
        return calls.values().stream().filter(call -> call.parties().account().equals(account)).toList();
    }

    /** The calls in which this socket owns a side. */
    public List<LiveCall> ownedBy(ConnectionId connection) {
        return calls.values().stream().filter(call -> call.sideOf(connection).isPresent()).toList();
    }

    /** The sockets that own a side of a call. */
    public Set<ConnectionId> owners() {
        return calls.values().stream().flatMap(call -> Stream.of(call.owner(Party.AGENT), call.owner(Party.CONSUMER)))
                .flatMap(Optional::stream).collect(Collectors.toSet());
    }

    /** The call has ended: nothing of it stays. */
    public void forget(CallId id) {
        calls.compute(id, (same, known) -> {
            ended.add(id);
            if (known != null) {
                known.disarm();
            }
            return null;
        });
    }

    /** The calls in which somebody is. */
    public List<CallId> inhabited() {
        return calls.values().stream().filter(call -> !call.deserted()).map(LiveCall::id).toList();
    }

    /** How many calls are open here. */
    public int count() {
        return calls.size();
    }
}
