package eyeline.core.conversation;

import eyeline.core.account.Fence;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;

/**
 * Forgets what was said in conversations that are closed for longer than their account keeps them ({@code retentionDays}). That a
 * conversation was, and its calls, is kept for ever. On more than one node each does it; they do not disturb each other.
 */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Retention {
    /** Conversations in one transaction. */
    private static final int AT_ONCE = 200;

    private static final Logger LOG = System.getLogger("eyeline.conversation");

    @Inject
    Forgetting forgetting;
    @Inject
    Clock clock;

    /** Every hour, and all that is due. */
    @Schedule(hour = "*", minute = "17", persistent = false)
    public void forget() {
        Fence.runEverywhere(() -> {
            var all = 0;
            for (var some = forgetting.some(clock.instant(), AT_ONCE); some > 0; some = forgetting.some(clock.instant(), AT_ONCE)) {
                all += some;
            }
            if (all > 0) {
                LOG.log(Level.INFO, "what was said in {0} closed conversations was forgotten, as their accounts want it", all);
            }
        });
    }
}
