package eyeline.core.delivery;

import eyeline.core.call.CallReader;
import eyeline.core.conversation.Audience;
import eyeline.core.conversation.ConversationFilter;
import eyeline.core.conversation.ConversationId;
import eyeline.core.conversation.ConversationReader;
import eyeline.core.conversation.Routing;
import eyeline.core.conversation.TranscriptEvent;
import eyeline.core.conversation.WaitingPage;
import eyeline.core.presence.Connection;
import eyeline.core.result.RefusalReason;
import eyeline.core.result.Result;
import eyeline.core.user.Agent;
import eyeline.core.user.Permission;
import eyeline.core.user.Permissions;
import eyeline.core.user.Person;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * The façade for those who listen: the web attaches itself here, and a new subscription catches up here without a gap or a
 * doubled event.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Delivery {
    @Inject
    Announcer announcer;
    @Inject
    ConversationReader conversations;
    @Inject
    ConversationViews views;
    @Inject
    CallReader calls;
    @Inject
    Routing routing;
    @Inject
    Permissions permissions;

    /** The web attaches itself, once. */
    public void attach(Outbound outbound) {
        announcer.attach(outbound);
    }

    /** The conversations of a subscription, newest first, at most 1,000. The web has registered the subscription before. */
    public Result<List<ConversationView>> conversations(Person person, ConversationFilter filter) {
        if (filter.everybody()
                && !(person instanceof Agent && permissions.has(person.id(), Permission.SEE_ALL_CONVERSATIONS))) {
            return Result.refused(RefusalReason.NOT_PERMITTED);
        }
        return Result.done(views.of(conversations.list(person, filter)));
    }

    /**
     * Hands the kept events of the conversation's MAIN dialog from {@code fromSequence} on, those this person may see, to
     * {@code sink}. Until {@code sink} returns nothing new of this conversation is told, so the sink registers its live
     * subscription.
     */
    public Result<Void> replay(Person person, UUID dialogId, int fromSequence, Consumer<List<TranscriptEvent>> sink) {
        var found = conversations.find(person, new ConversationId(dialogId));
        if (found.isEmpty()) {
            return Result.refused(RefusalReason.NOT_FOUND);
        }
        var id = found.get().id();
        announcer.whileNothingIsTold(id, () -> sink.accept(conversations.events(id, fromSequence).stream()
                .filter(event -> person instanceof Agent || event.audience() == Audience.ALL)
                .toList()));
        return Result.done();
    }

    /** Who waits for this agent now: the first, or those after that one in the line. */
    public WaitingPage waiting(Agent agent, Optional<ConversationId> after) {
        return routing.page(agent, after);
    }

    /** After {@code call.Subscribe}: tells this socket every open call of the person, and an agent's rights. */
    public void tellCalls(Connection connection) {
        var person = connection.person();
        announcer.tellCalls(connection.id(), calls.openOf(person));
        if (person instanceof Agent) {
            announcer.tellRights(new Addressee.Socket(connection.id()), person.account(), person.id());
        }
    }
}
