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

    /** Each kind for itself: however many people one of them counts, the others forget nobody. */
    private final Map<Kind, Buckets> buckets = new EnumMap<>(
            Stream.of(Kind.values()).collect(Collectors.toMap(Function.identity(), kind -> new Buckets())));

    @Inject
    Clock clock;

    /** Takes one; an IPv6 address is counted by its network. */
    public boolean take(String address, Kind kind) {
        var counted = buckets.get(kind);
        counted.forgetSome(clock.instant());
        return counted.of.computeIfAbsent(AddressKey.of(address), key -> new RateBucket(clock, kind.burst, kind.perSecond)).take();
    }

    /** Those of one kind. */
    private static final class Buckets {
        private final Map<String, RateBucket> of = new ConcurrentHashMap<>();
        private Instant lookedThrough = Instant.MIN;

        /** Who has been quiet is forgotten when there are too many; all are looked through once a second at the most. */
        private void forgetSome(Instant now) {
            if (of.size() > HttpLimits.ADDRESSES && mayLookThrough(now)) {
                of.values().removeIf(RateBucket::full);
            }
            if (of.size() > 2 * HttpLimits.ADDRESSES) {
                of.clear();
            }
        }

        private synchronized boolean mayLookThrough(Instant now) {
            var may = lookedThrough.isBefore(now.minus(LOOK_EVERY));
            if (may) {
                lookedThrough = now;
            }
            return may;
        }
    }
}
