package eyeline.core.delivery;

import eyeline.core.account.AccountId;
import eyeline.core.account.Fence;
import eyeline.core.call.CallDepartures;
import eyeline.core.call.CallRevocations;
import eyeline.core.change.Changed;
import eyeline.core.presence.Presence;
import eyeline.core.user.Agent;
import eyeline.core.user.Person;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;

/**
 * What administrators and operators change is felt at once by who is connected to this node: calls of who may no longer be here end,
 * invitations that may no longer ring are taken back, agents hear what they may do, and whoever may no longer be here is sent away. A second node would have to be
 * handed {@link Changed} of the first.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ChangesFelt {
    @Inject
    CallDepartures departures;
    @Inject
    CallRevocations calls;
    @Inject
    Presence presence;
    @Inject
    Announcer announcer;
    @Resource
    ManagedExecutorService executor;

    /** The work of its own thread: inside of a commit no transaction can begin (docs/adr/0002). */
    public void onChange(@Observes(during = TransactionPhase.AFTER_SUCCESS) Changed change) {
        var account = new AccountId(change.accountId());
        executor.execute(() -> Fence.runWithin(account, () -> felt(account)));
    }

    private void felt(AccountId account) {
        departures.lookAgain(account);
        calls.revokeFallen(account);
        presence.people(account).stream().filter(Agent.class::isInstance).map(Person::id).distinct()
                .forEach(agent -> announcer.rights(account, agent));
        announcer.doubt(account);
    }
}
