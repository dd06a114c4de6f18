package eyeline.web.user;

import eyeline.web.socket.Ending;
import eyeline.web.socket.SocketLimits;
import eyeline.web.socket.Watch;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** An agent may stay while the log-in is good: looked up again now and then, and at once when it is doubted. */
final class LoginWatch implements Watch {

    private final BooleanSupplier good;
    private volatile Instant nextCheck;

    LoginWatch(Instant now, BooleanSupplier good) {
        this.good = good;
        this.nextCheck = now.plus(SocketLimits.LOGIN_CHECK);
    }

    @Override
    public Optional<Ending> due(Instant now) {
        if (now.isBefore(nextCheck)) {
            return Optional.empty();
        }
        nextCheck = now.plus(SocketLimits.LOGIN_CHECK);
        return good.getAsBoolean() ? Optional.empty() : Optional.of(Ending.INVALID_TOKEN);
    }

    @Override
    public void doubt() {
        nextCheck = Instant.MIN;
    }
}
