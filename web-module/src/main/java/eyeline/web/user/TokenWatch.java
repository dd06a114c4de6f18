package eyeline.web.user;

import eyeline.web.socket.Ending;
import eyeline.web.socket.Watch;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** A consumer may stay until the token runs out; when it is doubted it is looked up whether the account is still open. */
final class TokenWatch implements Watch {

    private final Instant expiresAt;
    private final BooleanSupplier open;
    private volatile boolean doubted;

    TokenWatch(Instant expiresAt, BooleanSupplier open) {
        this.expiresAt = expiresAt;
        this.open = open;
    }

    @Override
    public Optional<Ending> due(Instant now) {
        if (!now.isBefore(expiresAt)) {
            return Optional.of(Ending.EXPIRED_TOKEN);
        }
        if (!doubted) {
            return Optional.empty();
        }
        doubted = false;
        return open.getAsBoolean() ? Optional.empty() : Optional.of(Ending.INVALID_TOKEN);
    }

    @Override
    public void doubt() {
        doubted = true;
    }
}
