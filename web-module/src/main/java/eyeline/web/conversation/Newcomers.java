package eyeline.web.conversation;

import eyeline.core.conversation.ConversationId;
import eyeline.core.conversation.Conversations;
import eyeline.core.conversation.WaitingReader;
import eyeline.core.result.Refusal;
import eyeline.core.result.RefusalReason;
import eyeline.core.user.Consumer;
import eyeline.web.http.AddressRates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Who may come into an account's line: how fast a consumer and an address open conversations, and how many wait who came from one
 * address. A consumer has one open conversation (the database), an account so many who wait ({@link Conversations}).
 */
@ApplicationScoped
class Newcomers {

    private static final Refusal TOO_FAST =
            RefusalReason.TOO_MANY.because("Too many conversations were begun from here just now. Please try again in a minute.");

    private final WaitingFrom from = new WaitingFrom((account, ids) -> this.waiting.stillWaiting(account, ids));

    @Inject
    WaitingReader waiting;
    @Inject
    AddressRates rates;

    /** Why this consumer may open no conversation from this address ({@link eyeline.web.socket.AddressKey}) now, if so. */
    Optional<Refusal> refusal(Consumer consumer, String address) {
        if (!rates.take(consumer.account() + "/" + consumer.id(), AddressRates.Kind.OPENINGS_BY_CONSUMER) || !rates.take(address, AddressRates.Kind.OPENINGS)) {
            return Optional.of(TOO_FAST);
        }
        return from.full(consumer.account(), address) ? Optional.of(Conversations.TOO_MANY_WAIT) : Optional.empty();
    }

    /** This consumer has opened this conversation from there. */
    void opened(Consumer consumer, String address, ConversationId id) {
        from.add(consumer.account(), address, id);
    }
}
