package eyeline.web.socket;

import eyeline.core.account.AccountId;
import eyeline.core.delivery.Addressee;
import eyeline.core.delivery.Notice;
import eyeline.core.delivery.Outbound;
import eyeline.core.presence.ConnectionId;
import eyeline.web.wire.Side;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The sockets of this node, and the way out to them: finds whom a notice is for. */
@ApplicationScoped
public class Connections implements Outbound {

    private static final Logger LOG = System.getLogger("eyeline.socket");

    @Inject
    Dismissal dismissal;

    private record PersonKey(AccountId account, String id) {
    }

    private final Map<ConnectionId, Link> links = new ConcurrentHashMap<>();
    private final Map<PersonKey, Set<Link>> people = new ConcurrentHashMap<>();
    private final Map<AccountId, Set<Link>> agents = new ConcurrentHashMap<>();

    private final Seats seats = new Seats();

    /** Whether there is room for one more socket of an address ({@link AddressKey}) and an account; it is kept for who is about to open it. */
    public boolean keepSeat(String address, AccountId account, Instant now) {
        return seats.keep(address, account, now, now.plus(SocketLimits.UPGRADE));
    }

    /** The socket for which a seat was kept will not be opened. */
    public void giveSeatBack(String address, AccountId account) {
        seats.givenBack(address, account);
    }

    /** A socket is open; nobody's yet. */
    public void opened(Link link) {
        links.put(link.id(), link);
        seats.taken(link.door().address(), link.door().account());
    }

    /** How many sockets an address has, with those that are about to open. */
    public int from(String address) {
        return seats.from(address);
    }

    /** How many sockets an account has, with those that are about to open. */
    public int of(AccountId account) {
        return seats.of(account);
    }

    /** It is known whose it is. */
    public void admitted(Link link) {
        add(people, key(link).orElseThrow(), link);
        if (link.door().side() == Side.AGENT) {
            add(agents, link.door().account(), link);
        }
    }

    private static <K> void add(Map<K, Set<Link>> index, K key, Link link) {
        index.compute(key, (same, others) -> {
            var all = others == null ? ConcurrentHashMap.<Link>newKeySet() : others;
            all.add(link);
            return all;
        });
    }

    public void gone(Link link) {
        if (links.remove(link.id()) != null) {
            seats.left(link.door().address(), link.door().account());
        }
        key(link).ifPresent(person -> remove(people, person, link));
        remove(agents, link.door().account(), link);
    }

    private static <K> void remove(Map<K, Set<Link>> index, K key, Link link) {
        index.computeIfPresent(key, (same, all) -> {
            all.remove(link);
            return all.isEmpty() ? null : all;
        });
    }

    private static Optional<PersonKey> key(Link link) {
        return link.connection().map(c -> new PersonKey(c.person().account(), c.person().id()));
    }

    public Collection<Link> all() {
        return List.copyOf(links.values());
    }

    @Override
    public void deliver(Addressee to, Notice notice) {
        receivers(to, notice).forEach(link -> link.tell(notice));
    }

    /** The caller is inside the account's fence. One socket that cannot be looked at must not keep the others from it. */
    @Override
    public void doubt(AccountId account) {
        links.values().stream().filter(link -> link.door().account().equals(account)).forEach(link -> {
            link.doubt();
            try {
                link.due().ifPresent(why -> dismissal.of(link, why));
            } catch (RuntimeException failure) {
                LOG.log(Level.WARNING, () -> "account=" + account + " a socket could not be checked", failure);
            }
        });
    }

    private Stream<Link> receivers(Addressee to, Notice notice) {
        return to.read(new Addressee.Reader<>() {
            @Override
            public Stream<Link> everywhere(Addressee.Everywhere person) {
                return of(person).filter(link -> !(toldToWatchers(notice) && link.watching()));
            }

            @Override
            public Stream<Link> socket(Addressee.Socket socket) {
                return Optional.ofNullable(links.get(socket.id())).stream();
            }

            @Override
            public Stream<Link> watchers(Addressee.Watchers watchers) {
                return agents.getOrDefault(watchers.account(), Set.of()).stream().filter(Link::watching);
            }
        });
    }

    private Stream<Link> of(Addressee.Everywhere person) {
        return people.getOrDefault(new PersonKey(person.account(), person.id()), Set.of()).stream();
    }

    /** What participants are told of a conversation watchers are told too: a socket that watches hears it once, as a watcher. */
    private static boolean toldToWatchers(Notice notice) {
        return notice instanceof Notice.ConversationChanged || notice instanceof Notice.TranscriptAppended;
    }
}
