package eyeline.core.presence;

import eyeline.core.user.Person;
import java.util.Set;

/** An authenticated socket: whose it is and what its window announced ({@code features} of ClientProperties). */
public record Connection(ConnectionId id, Person person, Set<String> features) {

    /** The feature by which a window says that it can take calls (protocol.md, 5.1). */
    public static final String CALLS = "CO_BROWSE";

    public Connection {
        features = Set.copyOf(features);
    }

    public boolean takesCalls() {
        return features.contains(CALLS);
    }
}
