package eyeline.core.delivery;

import eyeline.core.call.CallReader;
import eyeline.core.conversation.Conversation;
import eyeline.core.conversation.ConversationId;
import eyeline.core.conversation.ConversationReader;
import java.util.List;
import java.util.Optional;

/** The real {@link Announcer}, for tests outside of the container. */
public final class Announcers {

    private Announcers() {
    }

    /** One that reads calls and conversations from there. */
    public static Announcer of(CallReader calls, ConversationReader reader, Outbound outbound) {
        var announcer = new Announcer();
        announcer.calls = calls;
        announcer.conversations = reader;
        announcer.views = new ConversationViews() {
            @Override
            public Optional<ConversationView> find(ConversationId id) {
                return reader.find(id).map(Announcers::view);
            }
        };
        announcer.attach(outbound);
        return announcer;
    }

    private static ConversationView view(Conversation conversation) {
        return new ConversationView(conversation, List.of(), Optional.empty());
    }
}
