package eyeline.core.delivery;

import eyeline.core.call.CallId;
import eyeline.core.conversation.ConversationId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** How far each conversation has been told. Guarded by its own monitor; the conversation's lock is the caller's matter. */
final class Told {
    /**
     * So many conversations are remembered, the least recently told forgotten first. Of a forgotten one the
     * newest page is told; receivers skip what they have seen.
     */
    private static final int MOST = 20_000;

    /** How far one conversation has been told. */
    static final class Mark {
        long updatedMs;
        int sequence;
        final Map<CallId, Integer> calls = new HashMap<>();
    }

    private final Map<ConversationId, Mark> marks = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ConversationId, Mark> eldest) {
            return size() > MOST;
        }
    };

    synchronized Mark mark(ConversationId id) {
        return marks.computeIfAbsent(id, unknown -> new Mark());
    }
}
