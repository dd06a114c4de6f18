package eyeline.core.delivery;

import eyeline.core.call.CallReader;
import eyeline.core.conversation.Audience;
import eyeline.core.conversation.Conversation;
import eyeline.core.conversation.ConversationFilter;
import eyeline.core.conversation.ConversationId;
import eyeline.core.conversation.ConversationReader;
import eyeline.core.conversation.Routing;
import eyeline.core.conversation.TranscriptEvent;
import eyeline.core.conversation.TranscriptPage;
import eyeline.core.conversation.TranscriptQuery;
import eyeline.core.conversation.TranscriptSearch;
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
import java.util.Set;
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
    TranscriptSearch search;
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

    /** Whether this person may read what is said in the conversation. */
    public Result<Void> reads(Person person, ConversationId id) {
        return found(person, id).isPresent() ? Result.done() : Result.refused(RefusalReason.NOT_FOUND);
    }

    /**
     * Hands a page of the conversation's MAIN dialog to {@code sink}: from {@code from} on, what this person may see. Until {@code sink}
     * returns nothing new of this conversation is told, so after a complete page live events follow without a gap.
     */
    public Result<Void> page(Person person, ConversationId id, int from, Consumer<TranscriptPage> sink) {
        if (found(person, id).isEmpty()) {
            return Result.refused(RefusalReason.NOT_FOUND);
        }
        announcer.whileNothingIsTold(id, () -> sink.accept(conversations.page(id, from, audiences(person))));
        return Result.done();
    }

    /** A part of what was said, for who asks for it by itself. Agents may look for words, too. */
    public Result<List<TranscriptEvent>> query(Person person, ConversationId id, TranscriptQuery query) {
        if (found(person, id).isEmpty()) {
            return Result.refused(RefusalReason.NOT_FOUND);
        }
        if (query.containing().isEmpty()) {
            return Result.done(conversations.query(id, query, audiences(person)));
        }
        return person instanceof Agent ? search.find(id, query, audiences(person))
                : Result.refused(RefusalReason.NOT_PERMITTED.because("Only agents can search in a conversation."));
    }

    private Optional<Conversation> found(Person person, ConversationId id) {
        return conversations.find(person, id);
    }

    private static Set<Audience> audiences(Person person) {
        return person instanceof Agent ? Set.of(Audience.values()) : Set.of(Audience.ALL);
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
