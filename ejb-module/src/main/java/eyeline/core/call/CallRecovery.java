package eyeline.core.call;

import eyeline.core.account.Accounts;
import eyeline.core.account.Fence;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * What becomes of the calls that were open when the server died: they wait for their people, whose browsers still talk to each
 * other, and nothing stays open for ever. Done once, when the database is there and before a door is opened.
 */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CallRecovery {
    private static final Logger LOG = System.getLogger("eyeline.call");

    @Inject
    CallReader reader;
    @Inject
    Accounts accounts;
    @Inject
    CallSteps steps;
    @Inject
    PulseRecord pulse;

    public void recover() {
        Fence.runEverywhere(() -> reader.allOpen().forEach(this::recover));
    }

    private void recover(CallRecord.Committed open, CallPulse.Last last) {
        pulse.waits(open.id(), last.waitingSince());
        LOG.log(Level.WARNING, "account={0} conversation={1} call={2} was open when the server stopped; it waits for its people",
                open.parties().account(), open.parties().conversation(), open.id());
        accounts.find(open.parties().account()).ifPresentOrElse(settings -> steps.recover(open, last, settings),
                () -> steps.take(open.id(), new CallCommand.ShutDown()));
    }
}
