package eyeline.web.subscription;

import eyeline.core.conversation.Conversation;
import eyeline.core.conversation.ConversationFilter;
import eyeline.core.conversation.ConversationId;
import eyeline.core.delivery.ConversationView;
import eyeline.core.user.Agent;
import eyeline.core.user.Consumer;
import eyeline.core.user.Person;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One subscription of a socket to conversations: what it is about and what it was told. Decides for each change whether the
 * conversation still belongs to it (UPSERT), no longer does (one DELETE), or is none of its business.
 */
final class ConversationSubscription {

    private final String id;
    private final ConversationFilter filter;
    private final Person person;
    /** When each announced conversation was last changed, as told. */
    private final Map<ConversationId, Long> told = new HashMap<>();

    ConversationSubscription(String id, ConversationFilter filter, Person person) {
        this.id = id;
        this.filter = filter;
        this.person = person;
    }

    String id() {
        return id;
    }

    boolean everybody() {
        return filter.everybody();
    }

    boolean announced(ConversationId conversation) {
        return told.containsKey(conversation);
    }

    void snapshot(List<ConversationView> views) {
        views.forEach(view -> told.put(view.conversation().id(), view.conversation().updatedMs()));
    }

    /** True for UPSERT, false for DELETE, nothing for a change that is old or not for this subscription. */
    Optional<Boolean> change(Conversation conversation) {
        var before = told.get(conversation.id());
        if (before != null && conversation.updatedMs() <= before) {
            return Optional.empty();
        }
        if (belongs(conversation)) {
            told.put(conversation.id(), conversation.updatedMs());
            return Optional.of(true);
        }
        return before == null ? Optional.empty() : Optional.of(forget(conversation.id()));
    }

    private boolean forget(ConversationId conversation) {
        told.remove(conversation);
        return false;
    }

    private boolean belongs(Conversation conversation) {
        return filter.matches(conversation) && (filter.everybody() || takesPart(conversation));
    }

    private boolean takesPart(Conversation conversation) {
        if (person instanceof Consumer) {
            return conversation.consumerId().equals(person.id());
        }
        return person instanceof Agent && conversation.participants().stream().anyMatch(p -> p.id().equals(person.id()));
    }
}
