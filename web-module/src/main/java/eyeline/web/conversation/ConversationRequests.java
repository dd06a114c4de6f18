package eyeline.web.conversation;

import eyeline.core.conversation.ConversationFilter;
import eyeline.core.conversation.ConversationId;
import eyeline.core.conversation.Conversations;
import eyeline.core.conversation.Transcript;
import eyeline.core.delivery.ConversationView;
import eyeline.core.delivery.Delivery;
import eyeline.core.result.Refusal;
import eyeline.core.result.RefusalReason;
import eyeline.core.result.Result;
import eyeline.core.user.Agent;
import eyeline.core.user.Consumer;
import eyeline.core.user.Person;
import eyeline.core.user.Role;
import eyeline.web.socket.Answer;
import eyeline.web.socket.Link;
import eyeline.web.wire.Notification;
import eyeline.web.wire.Request;
import eyeline.web.wire.Responses;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Requests about conversations and what is said in them ({@code cqm.*}, {@code cm.*}, {@code ms.*}). */
@ApplicationScoped
public class ConversationRequests {

    @Inject
    Conversations conversations;
    @Inject
    Transcript transcript;
    @Inject
    Delivery delivery;
    @Inject
    Newcomers newcomers;

    /** The response, then one notification with everything that matches. */
    public Answer subscribe(Link link, Person person, Request.SubscribeConversations request, Responses to) {
        return seesAll(person, request)
                ? subscribe(link, person, everybody(request.filter()), to)
                        .orElse(() -> subscribe(link, person, request.filter(), to).orRefuse(to))
                : subscribe(link, person, request.filter(), to).orRefuse(to);
    }

    /** A manager who does not name himself asks for the whole account. */
    private static boolean seesAll(Person person, Request.SubscribeConversations request) {
        return person instanceof Agent agent && agent.roles().contains(Role.AGENT_MANAGER) && !request.ownOnly();
    }

    private static ConversationFilter everybody(ConversationFilter filter) {
        return new ConversationFilter(filter.states(), filter.updatedSinceMs(), filter.only(), true);
    }

    private Attempt subscribe(Link link, Person person, ConversationFilter filter, Responses to) {
        var id = link.subscriptions(s -> s.subscribeConversations(filter));
        if (id.isEmpty()) {
            return new Attempt(Result.refused(RefusalReason.TOO_MANY.because("This socket has too many subscriptions.")));
        }
        Result<List<ConversationView>> found = delivery.conversations(person, filter);
        return new Attempt(found.fold(
                views -> {
                    Notification snapshot = link.subscriptions(s -> s.snapshot(id.get(), views));
                    return Result.done(Answer.of(to.subscription(id.get()), List.of(snapshot)));
                },
                refusal -> {
                    link.subscriptions(s -> s.unsubscribe(id.get()));
                    return Result.refused(refusal);
                }));
    }

    /** A subscription that may have been refused. */
    private record Attempt(Result<Answer> result) {

        Answer orElse(Supplier<Answer> other) {
            return result.fold(answer -> answer, refusal -> other.get());
        }

        Answer orRefuse(Responses to) {
            return result.fold(answer -> answer, refusal -> Answer.of(to.refused(refusal)));
        }
    }

    public Answer unsubscribe(Link link, Request.Unsubscribe request, Responses to) {
        var known = link.subscriptions(s -> s.unsubscribe(request.subscriptionId()));
        return Answer.of(known ? to.sentence("unsubscribed") : to.refused(RefusalReason.NOT_FOUND.refusal()));
    }

    /** The socket that asks hears the events of the conversation without subscribing. */
    public Answer request(Link link, Consumer consumer, Request.RequestConversation request, Responses to) {
        var address = link.door().address();
        var isNew = !conversations.hasOpen(consumer);
        var no = isNew ? newcomers.refusal(consumer, address) : Optional.<Refusal>empty();
        if (no.isPresent()) {
            return Answer.of(to.refused(no.get()));
        }
        return conversations.request(consumer, request.request()).fold(
                id -> {
                    link.subscriptions(s -> {
                        s.follow(id);
                        return id;
                    });
                    if (isNew) {
                        newcomers.opened(consumer, address, id);
                    }
                    return Answer.of(to.conversation(id));
                },
                refusal -> Answer.of(to.refused(refusal)));
    }

    public Answer update(Person person, Request.UpdateConversation request, Responses to) {
        return conversations.update(person, request.conversation(), request.changes()).fold(
                done -> Answer.of(to.sentence("updated")),
                refusal -> Answer.of(to.refused(refusal)));
    }

    /** The response, then what was kept, page by page at the reader's speed; live events follow without a gap. */
    public Answer subscribeEvents(Link link, Person person, Request.SubscribeEvents request, Responses to) {
        var dialog = new ConversationId(request.dialog());
        return delivery.reads(person, dialog).fold(
                done -> {
                    link.subscriptions(s -> {
                        s.subscribeEvents(dialog, request.fromSequence());
                        return dialog;
                    });
                    return Answer.of(to.bare());
                },
                refusal -> Answer.of(to.refused(refusal)));
    }

    public Answer query(Person person, Request.QueryMessages request, Responses to) {
        return delivery.query(person, request.dialog(), request.query()).fold(
                events -> Answer.of(to.events(events)),
                refusal -> Answer.of(to.refused(refusal)));
    }

    public Answer publish(Person person, Request.PublishEvent request, Responses to) {
        return transcript.publish(person, request.publication()).fold(
                sequence -> Answer.of(to.sequence(sequence)),
                refusal -> Answer.of(to.refused(refusal)));
    }
}
