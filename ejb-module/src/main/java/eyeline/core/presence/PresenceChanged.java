package eyeline.core.presence;

import java.time.Duration;

/**
 * A socket came or went. {@code silence}: for how long it had not been heard when it was found to be gone; none for one that said
 * so itself.
 */
public record PresenceChanged(Connection connection, Whereabouts whereabouts, Duration silence) {

    public boolean here() {
        return whereabouts == Whereabouts.HERE;
    }
}
