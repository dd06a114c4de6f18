package eyeline.core.presence;

import eyeline.core.user.LogInId;
import eyeline.core.user.Person;
import java.util.Optional;
import java.util.Set;

/**
 * An authenticated socket: whose it is, what its window announced ({@code features} of ClientProperties), and on which log-in it
 * rests; consumers have none.
 */
public record Connection(ConnectionId id, Person person, Set<String> features, Optional<LogInId> logIn) {

    /** The feature by which a window says that it can take calls (protocol.md, 5.1). */
    public static final String CALLS = "CO_BROWSE";

    public Connection {
        features = Set.copyOf(features);
    }

    /** One that rests on no log-in. */
    public Connection(ConnectionId id, Person person, Set<String> features) {
        this(id, person, features, Optional.empty());
    }

    public boolean takesCalls() {
        return features.contains(CALLS);
    }
}
