package eyeline.core.conversation;

import eyeline.core.presence.Presence;
import eyeline.core.presence.PresenceChanged;
import eyeline.core.user.Consumer;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/** Tells the agent's side when a consumer's last window closes and when one is back (protocol.md, 5.6). */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ConsumerPresence {
    @Inject
    Presence presence;
    @Inject
    ConversationReader reader;
    @Inject
    ConversationOutlet outlet;
    @Inject
    Clock clock;

    public void onPresence(@Observes PresenceChanged change) {
        if (change.connection().person() instanceof Consumer consumer) {
            var windows = presence.of(consumer.account(), consumer.id()).size();
            if (change.here() && windows == 1) {
                tell(consumer, "ACTIVE");
            } else if (!change.here() && windows == 0) {
                tell(consumer, "BACKGROUND");
            }
        }
    }

    private void tell(Consumer consumer, String chatState) {
        reader.openOfConsumer(consumer.account(), consumer.id()).ifPresent(conversation -> outlet.said(conversation,
                new TranscriptEvent(conversation.id().value(), 0, conversation.id(), consumer.id(), ParticipantRole.CONSUMER,
                        Audience.AGENTS_AND_MANAGERS, clock.instant(),
                        "{\"type\":\"ChatStateEvent\",\"chatState\":\"" + chatState + "\"}", Optional.empty())));
    }
}
