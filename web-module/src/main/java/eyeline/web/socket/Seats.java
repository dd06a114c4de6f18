package eyeline.web.socket;

import eyeline.core.account.AccountId;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * How many sockets an address and an account have, with those that are about to open: a seat is kept from the look at the limits on, so that of
 * many who come at once no more get in than one after the other would.
 */
final class Seats {

    private record Kept(String address, AccountId account, Instant until) {
        boolean is(String otherAddress, AccountId otherAccount) {
            return address.equals(otherAddress) && account.equals(otherAccount);
        }
    }

    private final Map<String, Integer> fromAddress = new HashMap<>();
    private final Map<AccountId, Integer> ofAccount = new HashMap<>();
    /** The first that was kept is over first. */
    private final Deque<Kept> kept = new ArrayDeque<>();

    /** Keeps a seat if there is one, until then at the most: whoever has not come until then comes no more. */
    synchronized boolean keep(String address, AccountId account, Instant now, Instant until) {
        while (!kept.isEmpty() && kept.peekFirst().until().isBefore(now)) {
            var late = kept.removeFirst();
            left(late.address(), late.account());
        }
        if (from(address) >= SocketLimits.PER_ADDRESS || of(account) >= SocketLimits.PER_ACCOUNT) {
            return false;
        }
        kept.addLast(new Kept(address, account, until));
        add(address, account);
        return true;
    }

    /** The socket is open, mostly in a seat that was kept for it. */
    synchronized void taken(String address, AccountId account) {
        if (!wasKept(address, account)) {
            add(address, account);
        }
    }

    /** No socket comes of it. */
    synchronized void givenBack(String address, AccountId account) {
        if (wasKept(address, account)) {
            left(address, account);
        }
    }

    /** A socket that was open is not any more. */
    synchronized void left(String address, AccountId account) {
        fromAddress.computeIfPresent(address, Seats::oneLess);
        ofAccount.computeIfPresent(account, Seats::oneLess);
    }

    synchronized int from(String address) {
        return fromAddress.getOrDefault(address, 0);
    }

    synchronized int of(AccountId account) {
        return ofAccount.getOrDefault(account, 0);
    }

    private void add(String address, AccountId account) {
        fromAddress.merge(address, 1, Integer::sum);
        ofAccount.merge(account, 1, Integer::sum);
    }

    private boolean wasKept(String address, AccountId account) {
        for (var seats = kept.iterator(); seats.hasNext();) {
            if (seats.next().is(address, account)) {
                seats.remove();
                return true;
            }
        }
        return false;
    }

    private static <K> Integer oneLess(K key, Integer count) {
        return count == 1 ? null : count - 1;
    }
}
