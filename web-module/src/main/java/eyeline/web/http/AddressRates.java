package eyeline.web.http;

import eyeline.web.socket.AddressKey;
import eyeline.web.socket.RateBucket;
import eyeline.web.socket.SocketLimits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How often an address, or a person, may ask for what costs us something. */
@ApplicationScoped
public class AddressRates {

    private record Key(String address, Kind kind) {
    }

    /** What is counted apart. */
    public enum Kind {
        TOKENS(HttpLimits.TOKENS_BURST, HttpLimits.TOKENS_PER_SECOND),
        LOGINS(HttpLimits.LOGINS_BURST, HttpLimits.LOGINS_PER_SECOND),
        RELAY_TESTS(HttpLimits.RELAY_TESTS_BURST, HttpLimits.RELAY_TESTS_PER_SECOND),
        OPENINGS(HttpLimits.OPENINGS_BURST, HttpLimits.OPENINGS_PER_SECOND),
        OPENINGS_BY_CONSUMER(HttpLimits.OPENINGS_BY_CONSUMER_BURST, HttpLimits.OPENINGS_BY_CONSUMER_PER_SECOND),
        CHECKS(HttpLimits.CHECKS_BURST, HttpLimits.CHECKS_PER_SECOND),
        CHECK_UPLOADS(HttpLimits.CHECK_UPLOADS_BURST, HttpLimits.CHECK_UPLOADS_PER_SECOND),
        /** Requests over sockets. */
        SOCKETS_OF_ADDRESS(SocketLimits.ADDRESS_BURST, SocketLimits.ADDRESS_PER_SECOND),
        SOCKETS_OF_PERSON(SocketLimits.PERSON_BURST, SocketLimits.PERSON_PER_SECOND);

        private final int burst;
        private final double perSecond;

        Kind(int burst, double perSecond) {
            this.burst = burst;
            this.perSecond = perSecond;
        }
    }

    private final Map<Key, RateBucket> buckets = new ConcurrentHashMap<>();

    @Inject
    Clock clock;

    /** Takes one; an IPv6 address is counted by its network. */
    public boolean take(String address, Kind kind) {
        if (buckets.size() > HttpLimits.ADDRESSES) {
            buckets.values().removeIf(RateBucket::full);
        }
        if (buckets.size() > 2 * HttpLimits.ADDRESSES) {
            buckets.clear();
        }
        return buckets.computeIfAbsent(new Key(AddressKey.of(address), kind), key -> new RateBucket(clock, kind.burst, kind.perSecond)).take();
    }
}
