package eyeline.core.presence;

import java.util.UUID;

/** One socket of one person, from its authentication to its close. */
public record ConnectionId(UUID value) {

    public static ConnectionId random() {
        return new ConnectionId(UUID.randomUUID());
    }
}
