package eyeline.web.user;

import eyeline.web.socket.Ending;
import eyeline.web.socket.SocketLimits;
import eyeline.web.socket.Watch;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** An agent may stay while the log-in is good: looked up again now and then, when it would run out, and at once when it is doubted. */
final class LoginWatch implements Watch {

    private final Supplier<Optional<Instant>> goodUntil;
    private volatile Instant nextCheck = Instant.MIN;
    private volatile Instant runsOut = Instant.MAX;

    /** {@code goodUntil}: when the log-in runs out, unless it is prolonged meanwhile; nothing if it is over. */
    LoginWatch(Supplier<Optional<Instant>> goodUntil) {
        this.goodUntil = goodUntil;
    }

    @Override
    public Optional<Ending> due(Instant now) {
        if (now.isBefore(nextCheck) && now.isBefore(runsOut)) {
            return Optional.empty();
        }
        nextCheck = now.plus(SocketLimits.LOGIN_CHECK); // before it is looked up, so that a doubt meanwhile is not forgotten
        var end = goodUntil.get();
        runsOut = end.orElse(Instant.MIN);
        return end.isPresent() ? Optional.empty() : Optional.of(Ending.INVALID_TOKEN);
    }

    @Override
    public void doubt() {
        nextCheck = Instant.MIN;
    }
}
