package eyeline.core.delivery;

import eyeline.core.call.CallReader;
import eyeline.core.conversation.Conversation;
import eyeline.core.conversation.ConversationId;
import eyeline.core.conversation.ConversationReader;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Conversations as windows see them: with their call and the last thing said, as committed now. */
@Stateless
public class ConversationViews {
    @Inject
    ConversationReader conversations;
    @Inject
    CallReader calls;

    public Optional<ConversationView> find(ConversationId id) {
        return conversations.find(id).map(c -> of(List.of(c)).get(0));
    }

    /** In the order given. */
    public List<ConversationView> of(List<Conversation> list) {
        var ids = list.stream().map(Conversation::id).toList();
        var lastCalls = calls.lastOf(ids);
        var lastContents = conversations.lastContents(ids);
        return list.stream()
                .map(c -> new ConversationView(c,
                        Optional.ofNullable(lastCalls.get(c.id())).map(List::of).orElse(List.of()),
                        Optional.ofNullable(lastContents.get(c.id()))))
                .toList();
    }
}
