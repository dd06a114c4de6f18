package eyeline.core.call;

import eyeline.store.call.CallEventRow;
import eyeline.store.call.CallEventStore;
import eyeline.store.call.OpenCallRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The event log of calls without a database; it may be away for a while. */
final class CallsInMemory extends CallEventStore {
    private final Map<UUID, List<CallEventRow>> events = new HashMap<>();
    private final Map<UUID, OpenCallRow> open = new HashMap<>();
    private RuntimeException away;

    /** From now on every access fails like that; null: it is back. */
    void away(RuntimeException failure) {
        away = failure;
    }

    private void answer() {
        if (away != null) {
            throw away;
        }
    }

    @Override
    public List<CallEventRow> events(UUID callId) {
        answer();
        return List.copyOf(events.getOrDefault(callId, List.of()));
    }

    @Override
    public boolean append(CallEventRow row) {
        answer();
        var all = events.computeIfAbsent(row.callId, unknown -> new ArrayList<>());
        return row.seq == all.size() + 1 && all.add(row);
    }

    @Override
    public boolean open(OpenCallRow row) {
        answer();
        return openCallOf(row.conversationId).isEmpty() && open.values().stream().noneMatch(o -> o.agentId.equals(row.agentId) && o.slot == row.slot)
                && open.put(row.callId, row) == null;
    }

    @Override
    public void close(UUID callId) {
        open.remove(callId);
    }

    @Override
    public void alive(Collection<UUID> callIds, Instant now) {
        callIds.stream().map(open::get).forEach(row -> {
            row.aliveAt = now;
            row.waitingSince = null;
        });
    }

    @Override
    public void waits(UUID callId, Instant since) {
        var row = open.get(callId);
        row.waitingSince = row.waitingSince == null ? since : row.waitingSince;
    }

    @Override
    public List<OpenCallRow> openCalls() {
        answer();
        return List.copyOf(open.values());
    }

    @Override
    public Optional<OpenCallRow> openCallOf(UUID conversationId) {
        return open.values().stream().filter(row -> row.conversationId.equals(conversationId)).findFirst();
    }

    @Override
    public List<OpenCallRow> openCallsOfAgent(String agentId) {
        return open.values().stream().filter(row -> row.agentId.equals(agentId)).toList();
    }
}
