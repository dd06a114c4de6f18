package eyeline.core.call;

import eyeline.store.call.CallEventStore;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/** Writes signs of life of open calls. */
@Stateless
public class PulseRecord {
    /** So many ids in one statement. */
    private static final int AT_ONCE = 1_000;

    @Inject
    CallEventStore store;

    /** Somebody is in each of these calls now. */
    public void alive(List<CallId> calls, Instant now) {
        for (int from = 0; from < calls.size(); from += AT_ONCE) {
            store.alive(calls.subList(from, Math.min(from + AT_ONCE, calls.size())).stream().map(CallId::value).toList(), now);
        }
    }

    /** Nobody is in this call since the server started; one that waited before waits on. */
    public void waits(CallId call, Instant since) {
        store.waits(call.value(), since);
    }
}
