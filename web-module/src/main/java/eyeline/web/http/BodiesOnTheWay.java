package eyeline.web.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** How many bodies each address has begun to send and not ended. What comes at once is not here for longer than a moment. */
@ApplicationScoped
public class BodiesOnTheWay {

    private final Map<String, Integer> of = new ConcurrentHashMap<>();

    /** One that is counted until it ends. */
    public interface Counted {
        /** It is all there, or never will be. A second time changes nothing. */
        void ends();
    }

    /** Another of this address; nothing if it has as many as it may. */
    public Optional<Counted> begins(String address) {
        if (of.merge(address, 1, Integer::sum) > HttpLimits.BODIES_ON_THE_WAY) {
            oneLess(address);
            return Optional.empty();
        }
        var counts = new AtomicBoolean(true);
        return Optional.of(() -> {
            if (counts.getAndSet(false)) {
                oneLess(address);
            }
        });
    }

    private void oneLess(String address) {
        of.computeIfPresent(address, (same, count) -> count == 1 ? null : count - 1);
    }
}
