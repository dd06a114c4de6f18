package eyeline.core.presence;

import eyeline.core.account.AccountId;
import eyeline.core.user.Person;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Who is connected to this node, in memory. The web says when a socket is authenticated and when it is gone. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Presence {
    private record PersonKey(AccountId account, String id) {
        static PersonKey of(Connection connection) {
            return new PersonKey(connection.person().account(), connection.person().id());
        }
    }

    private final Map<ConnectionId, Connection> connections = new ConcurrentHashMap<>();
    private final Map<PersonKey, Set<Connection>> people = new ConcurrentHashMap<>();

    @Inject
    Event<PresenceChanged> changes;

    /** A socket is authenticated. Called once for each, before anything else is asked in its name. */
    public void connected(Connection connection) {
        connections.put(connection.id(), connection);
        people.compute(PersonKey.of(connection), (key, others) -> with(others, connection));
        changes.fire(new PresenceChanged(connection, Whereabouts.HERE, Duration.ZERO));
    }

    /** A socket is gone, not heard for so long. Nothing happens for one that never was connected. */
    public void disconnected(ConnectionId id, Whereabouts whereabouts, Duration silence) {
        var gone = connections.remove(id);
        if (gone != null) {
            people.computeIfPresent(PersonKey.of(gone), (key, all) -> without(all, gone));
            changes.fire(new PresenceChanged(gone, whereabouts, silence));
        }
    }

    /** Every connection of a person. */
    public Set<Connection> of(AccountId account, String personId) {
        return people.getOrDefault(new PersonKey(account, personId), Set.of());
    }

    /** Everybody of an account who is connected, once for each connection. */
    public List<Person> people(AccountId account) {
        return connections.values().stream().map(Connection::person).filter(person -> person.account().equals(account)).toList();
    }

    private static Set<Connection> with(Set<Connection> others, Connection one) {
        var all = others == null ? new HashSet<Connection>() : new HashSet<>(others);
        all.add(one);
        return Set.copyOf(all);
    }

    private static Set<Connection> without(Set<Connection> all, Connection one) {
        var rest = new HashSet<>(all);
        rest.remove(one);
        return rest.isEmpty() ? null : Set.copyOf(rest);
    }
}
