package eyeline.core.call;

import eyeline.core.presence.Connection;
import eyeline.core.presence.ConnectionId;
import eyeline.core.presence.Whereabouts;
import eyeline.core.user.LogInId;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Future;

/** One side of an open call, in memory: which socket owns it, which key was given last, and what ends the call if nobody comes back. */
final class LiveSide {
    private ConnectionId owner;
    private Optional<LogInId> logIn = Optional.empty();
    private Whereabouts whereabouts = Whereabouts.LOST;
    private int keyNumber;
    private CallQuality quality;
    private Instant lastHeard = Instant.MIN;
    private Future<?> loss;

    Optional<ConnectionId> owner() {
        return Optional.ofNullable(owner);
    }

    Whereabouts whereabouts() {
        return whereabouts;
    }

    boolean ownedBy(ConnectionId connection) {
        return connection.equals(owner);
    }

    /** On which log-in its owner rests, or rested before it was gone. Not known after a restart of the server. */
    Optional<LogInId> logIn() {
        return logIn;
    }

    /** The socket owns the side from now on. */
    void own(Connection connection) {
        owner = connection.id();
        logIn = connection.logIn();
        whereabouts = Whereabouts.HERE;
        disarm();
    }

    /** The owner is gone, last heard then; {@code ending} ends the call if nobody comes back in time. */
    void lose(Whereabouts how, Instant heard, Future<?> ending) {
        disarm();
        owner = null;
        lastHeard = heard;
        whereabouts = how;
        loss = ending;
    }

    /** When somebody was last there: now, while the side has an owner. */
    Instant alive(Instant now) {
        return owner == null ? lastHeard : now;
    }

    /** What its owner said last of its media. */
    void quality(CallQuality said) {
        quality = said;
    }

    Optional<CallQuality> quality() {
        return Optional.ofNullable(quality);
    }

    int nextKey() {
        return ++keyNumber;
    }

    /**
     * Whether a key of this number may be used: the last one that was given, or the one before it, since the answer with the last
     * one may have been lost with its socket. After a restart of the server none is known, and the first that comes counts.
     */
    boolean mayUse(int number) {
        return number >= keyNumber - 1;
    }

    /** A key of this number was used; the number of the next one. */
    int keyAfter(int number) {
        keyNumber = number + 1;
        return keyNumber;
    }

    void disarm() {
        if (loss != null) {
            loss.cancel(false);
            loss = null;
        }
    }
}
