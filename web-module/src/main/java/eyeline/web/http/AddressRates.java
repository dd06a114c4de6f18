package eyeline.web.http;

import eyeline.web.socket.AddressKey;
import eyeline.web.socket.RateBucket;
import eyeline.web.socket.SocketLimits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How often an address, or a person, may ask for what costs us something. */
@ApplicationScoped
public class AddressRates {

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

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private Instant lookedThrough = Instant.MIN;
    /** Each kind for itself: however many people one of them counts, the others forget nobody. */
    private final Map<Kind, Map<String, RateBucket>> buckets = new EnumMap<>(
            Stream.of(Kind.values()).collect(Collectors.toMap(Function.identity(), kind -> new ConcurrentHashMap<String, RateBucket>())));

    @Inject
    Clock clock;

    /** Once a second at the most: each time all of a kind are looked at. */
    private synchronized boolean mayLookThrough() {
        var now = clock.instant();
        var may = lookedThrough.isBefore(now.minus(LOOK_EVERY));
        if (may) {
            lookedThrough = now;
        }
        return may;
    }

    /** Takes one; an IPv6 address is counted by its network. */
    public boolean take(String address, Kind kind) {
        var counted = buckets.get(kind);
        if (counted.size() > HttpLimits.ADDRESSES && mayLookThrough()) {
            counted.values().removeIf(RateBucket::full);
        }
        if (counted.size() > 2 * HttpLimits.ADDRESSES) {
            counted.clear();
        }
        return counted.computeIfAbsent(AddressKey.of(address), key -> new RateBucket(clock, kind.burst, kind.perSecond)).take();
    }
}
