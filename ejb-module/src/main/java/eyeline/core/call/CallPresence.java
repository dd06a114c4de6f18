package eyeline.core.call;

import eyeline.core.conversation.ConversationReader;
import eyeline.core.presence.PresenceChanged;
import eyeline.core.user.Consumer;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** What a socket's coming and going means for calls: an owner is gone; a consumer can or cannot be invited. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CallPresence {
    @Inject
    LiveCalls live;
    @Inject
    CallSteps steps;
    @Inject
    ConversationReader conversations;
    @Inject
    CallOutlet outlet;
    @Inject
    CallDepartures departures;

    public void onPresence(@Observes PresenceChanged change) {
        var connection = change.connection();
        if (!change.here()) {
            live.ownedBy(connection.id()).forEach(call -> call.sideOf(connection.id()).ifPresent(party -> gone(call, party, change)));
        }
        if (connection.person() instanceof Consumer consumer) {
            conversations.openOfConsumer(consumer.account(), consumer.id())
                    .flatMap(c -> c.assignedAgent())
                    .ifPresent(agent -> outlet.rights(consumer.account(), agent.id()));
        }
    }

    /** Who may come back is waited for; nobody waits for who may not. The wait comes first, so that a call ends whatever fails. */
    private void gone(LiveCall call, Party party, PresenceChanged change) {
        steps.lose(call, party, change.connection().id(), change.whereabouts(), change.silence());
        departures.lookAgain(call);
    }
}
