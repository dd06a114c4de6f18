package eyeline.core.user;

import eyeline.core.account.AccountId;
import eyeline.core.user.Throttle.Counter;
import eyeline.core.user.Throttle.Rule;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Who may try a password now. Failures are counted by address and by user; but who comes on a device that has logged this user
 * in before ({@link Devices}) has a count of their own, so nobody can lock out an agent from elsewhere.
 */
@ApplicationScoped
public class Attempts {
    /** Of an address, which a whole office may share. */
    private static final Rule ADDRESS = new Rule(30, Duration.ofMinutes(1));
    /** Of a user, from wherever: 1,450 guesses a day, of passwords that a hundred million guesses do not find. */
    private static final Rule USER = new Rule(10, Duration.ofMinutes(1));
    /** Of a user on a device that has logged this user in before. */
    private static final Rule DEVICE = new Rule(10, Duration.ofMinutes(1));
    /** Of somebody who is logged in and asked for the own password. */
    private static final Rule OWN = new Rule(10, Duration.ofMinutes(1));
    /** About 10 MB. */
    private static final int COUNTERS = 50_000;

    /** One attempt, to be told of its success. */
    public static final class Attempt {
        private final Throttle throttle;
        private final List<Counter> counters;
        private final Optional<Duration> pause;
        private final AtomicBoolean counted = new AtomicBoolean(true);

        private Attempt(Throttle throttle, List<Counter> counters) {
            this.throttle = throttle;
            this.counters = counters;
            this.pause = throttle.begin(counters);
        }

        /** How long to wait until the next one; nothing if this one may be made. */
        public Optional<Duration> pause() {
            return pause;
        }

        /** It was no guess. A second time changes nothing. */
        public void succeeded() {
            if (counted.getAndSet(false)) {
                throttle.succeeded(counters);
            }
        }

        /** What breaks on our side while the attempt is judged is no guess either: nobody is locked out by a database that is away. */
        public <T> T judged(Supplier<T> judgement) {
            try {
                return judgement.get();
            } catch (RuntimeException broken) {
                succeeded();
                throw broken;
            }
        }
    }

    @Inject
    Clock clock;
    private Throttle throttle;

    @PostConstruct
    void start() {
        throttle = new Throttle(clock, COUNTERS);
    }

    /** A log-in from an address, where this user has not been logged in before. */
    public Attempt logIn(AccountId account, String loginName, String address) {
        return new Attempt(throttle, List.of(new Counter(ADDRESS, network(address)), new Counter(USER, user(account, loginName))));
    }

    /** A log-in on a device that knows this user. */
    public Attempt logInOn(String device, AccountId account, String loginName) {
        return new Attempt(throttle, List.of(new Counter(DEVICE, device + ' ' + user(account, loginName))));
    }

    /** The own password, asked for again. */
    public Attempt ownPassword(UUID user) {
        return new Attempt(throttle, List.of(new Counter(OWN, user.toString())));
    }

    private static String user(AccountId account, String loginName) {
        return account.value() + '/' + loginName.toLowerCase(Locale.ROOT);
    }

    /** Whoever has one address of IPv6 has all of its network of 64 bits. */
    static String network(String address) {
        try {
            var bytes = InetAddress.getByName(address).getAddress();
            return HexFormat.of().formatHex(bytes, 0, bytes.length == 16 ? 8 : bytes.length);
        } catch (UnknownHostException notAnAddress) {
            return address;
        }
    }
}
