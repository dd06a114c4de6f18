package eyeline.whole;

import eyeline.whole.wire.Api;
import eyeline.whole.wire.Consumer;
import eyeline.whole.wire.Scene;
import eyeline.whole.wire.Wire;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Like the public agent SDK between two calls: a ping each minute and not a word. Runs beside all tests, so that nobody waits for it. */
public final class PingOnlyClient implements AutoCloseable {
    private final Instant since = Instant.now();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final Wire wire;

    PingOnlyClient(Api api) {
        wire = Wire.open(api.client(), api.consumerSocket(Scene.ACCOUNT),
                Map.of("Authorization", "jwt " + Consumer.signsUp(api, Scene.ACCOUNT).token()));
        clock.scheduleAtFixedRate(wire::ping, 60, 60, TimeUnit.SECONDS);
    }

    /** Whether the socket has been open for so long; waits for what is left of that time. */
    public boolean livesFor(Duration time) {
        return !wire.closesUntil(since.plus(time));
    }

    public Wire wire() {
        return wire;
    }

    @Override
    public void close() {
        clock.shutdownNow();
        wire.close();
    }
}
