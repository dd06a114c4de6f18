package eyeline.core.call;

import eyeline.core.presence.ConnectionId;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The session data of the open calls of this node. A call that has ended is not here. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class LiveCalls {
    private final Map<CallId, LiveCall> calls = new ConcurrentHashMap<>();

    /** The open call, made known if it was not. */
    public LiveCall open(CallId id, CallParties parties) {
        return calls.computeIfAbsent(id, unknown -> new LiveCall(id, parties));
    }

    public Optional<LiveCall> find(CallId id) {
        return Optional.ofNullable(calls.get(id));
    }

    /** The calls in which this socket owns a side. */
    public List<LiveCall> ownedBy(ConnectionId connection) {
        return calls.values().stream().filter(call -> call.sideOf(connection).isPresent()).toList();
    }

    /** The call has ended: nothing of it stays. */
    public void forget(CallId id) {
        var gone = calls.remove(id);
        if (gone != null) {
            gone.disarm();
        }
    }

    /** How many calls are open here. */
    public int count() {
        return calls.size();
    }
}
