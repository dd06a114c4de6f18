package eyeline.core.call;

import eyeline.core.account.Fence;
import eyeline.core.result.Outage;
import eyeline.store.call.OpenCallRow;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Notes now and then which calls live, so that after a death of the server it is known until when they did. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CallPulse {
    /** By so much the length of a call that nobody came back to may be wrong. */
    static final Duration EVERY = Duration.ofSeconds(10);

    private static final Logger LOG = System.getLogger("eyeline.call");

    /** What is known of a call that was open when the server died. {@code waitingSince}: since when it waits for its people. */
    public record Last(Instant alive, Instant waitingSince) {

        static Last of(OpenCallRow row, CallState state, Instant now) {
            var known = state.activeSince().or(state::invitedAt).orElse(now);
            return new Last(row.aliveAt == null ? known : row.aliveAt, row.waitingSince == null ? now : row.waitingSince);
        }
    }

    @Inject
    LiveCalls live;
    @Inject
    PulseRecord record;
    @Inject
    Clock clock;
    @Resource
    ManagedScheduledExecutorService timers;
    private Future<?> beating;

    @PostConstruct
    void begin() {
        beating = timers.scheduleWithFixedDelay(this::beat, EVERY.toSeconds(), EVERY.toSeconds(), TimeUnit.SECONDS);
    }

    @PreDestroy
    void end() {
        beating.cancel(false);
    }

    /** One that fails must not be the last: an executor does not repeat what threw. */
    private void beat() {
        try {
            Fence.runEverywhere(() -> record.alive(live.inhabited(), clock.instant()));
        } catch (RuntimeException failure) {
            if (!Outage.is(failure)) {
                LOG.log(Level.ERROR, "the signs of life of the calls could not be noted", failure);
            }
        }
    }
}
