package eyeline.web.conversation;

import eyeline.core.account.AccountId;
import eyeline.core.conversation.ConversationId;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

/**
 * From which address those came who wait, account by account, so that one address cannot fill a line. Known in memory alone; who waits
 * is asked for only where it could be too many.
 */
final class WaitingFrom {

    /**
     * Of one address, in one account. It protects the line from one machine with many identities; an office, or a mobile network's
     * gateway, has fewer customers who wait for the same brand at the same moment.
     */
    static final int MOST = 200;
    /** Addresses remembered; over it all are forgotten, and the account's own limit is left. */
    private static final int ADDRESSES = 20_000;

    private record Place(AccountId account, String address) {
    }

    private final Map<Place, Set<ConversationId>> opened = new ConcurrentHashMap<>();
    private final BiFunction<AccountId, Collection<ConversationId>, Set<ConversationId>> stillWaiting;

    /** {@code stillWaiting}: those of some conversations that wait now. */
    WaitingFrom(BiFunction<AccountId, Collection<ConversationId>, Set<ConversationId>> stillWaiting) {
        this.stillWaiting = stillWaiting;
    }

    /** Whether so many who came from there wait that no other may. */
    boolean full(AccountId account, String address) {
        var from = opened.getOrDefault(new Place(account, address), Set.of());
        if (from.size() >= MOST) {
            from.retainAll(stillWaiting.apply(account, Set.copyOf(from)));
        }
        return from.size() >= MOST;
    }

    /** Somebody from there waits. */
    void add(AccountId account, String address, ConversationId id) {
        if (opened.size() > ADDRESSES) {
            opened.clear();
        }
        opened.computeIfAbsent(new Place(account, address), place -> ConcurrentHashMap.newKeySet()).add(id);
    }
}
