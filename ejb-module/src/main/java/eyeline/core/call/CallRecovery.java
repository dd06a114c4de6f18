package eyeline.core.call;

import eyeline.core.account.Fence;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * What becomes of the calls that were open when the server died: their session data is lost with it, so they are ended,
 * and nothing stays open for ever.
 */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CallRecovery {
    private static final Logger LOG = System.getLogger("eyeline.call");

    @Inject
    CallReader reader;
    @Inject
    CallSteps steps;

    @PostConstruct
    void recover() {
        Fence.runEverywhere(this::endAll);
    }

    private void endAll() {
        for (var id : reader.allOpen()) {
            LOG.log(Level.WARNING, "call={0} was open when the server stopped; it is ended", id);
            steps.take(id, new CallCommand.ShutDown());
        }
    }
}
