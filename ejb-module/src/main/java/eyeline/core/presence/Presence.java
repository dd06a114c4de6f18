package eyeline.core.presence;

import eyeline.core.account.AccountId;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Who is connected to this node, in memory. The web says when a socket is authenticated and when it is gone. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Presence {
    private final Map<ConnectionId, Connection> connections = new ConcurrentHashMap<>();

    @Inject
    Event<PresenceChanged> changes;

    /** A socket is authenticated. Called once for each, before anything else is asked in its name. */
    public void connected(Connection connection) {
        connections.put(connection.id(), connection);
        changes.fire(new PresenceChanged(connection, true));
    }

    /** A socket is gone. Nothing happens for one that never was connected. */
    public void disconnected(ConnectionId id) {
        var gone = connections.remove(id);
        if (gone != null) {
            changes.fire(new PresenceChanged(gone, false));
        }
    }

    /** Every connection of a person. */
    public List<Connection> of(AccountId account, String personId) {
        return connections.values().stream()
                .filter(c -> c.person().id().equals(personId) && c.person().account().equals(account))
                .toList();
    }

    /** Whether this socket is still there. */
    public boolean has(ConnectionId id) {
        return connections.containsKey(id);
    }
}
