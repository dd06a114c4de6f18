package eyeline.core.conversation;

import eyeline.core.account.AccountId;
import eyeline.core.user.Agent;
import eyeline.core.user.Consumer;
import eyeline.core.user.Permission;
import eyeline.core.user.Permissions;
import eyeline.core.user.Person;
import eyeline.store.conversation.ConversationRow;
import eyeline.store.conversation.ConversationStore;
import eyeline.store.conversation.ParticipantRow;
import eyeline.store.conversation.TranscriptRow;
import eyeline.store.conversation.TranscriptStore;
import eyeline.store.conversation.TranscriptStore.Written;
import eyeline.store.user.UserRow;
import eyeline.store.user.UserStore;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads conversations and transcripts as they are committed now, each call in a transaction of its own or the caller's. */
@Stateless
public class ConversationReader {
    /** A snapshot has at most so many conversations (protocol.md, 9). */
    public static final int MOST = 1000;

    @Inject
    ConversationStore conversations;
    @Inject
    TranscriptStore transcripts;
    @Inject
    UserStore users;
    @Inject
    Permissions permissions;

    public Optional<Conversation> find(ConversationId id) {
        return conversations.find(id.value()).map(List::of).map(this::read).map(read -> read.get(0));
    }

    /** The conversation if this person may see it: the consumer's own; an agent's own, waiting, or any with the permission for all. */
    public Optional<Conversation> find(Person person, ConversationId id) {
        return find(id).filter(c -> c.account().equals(person.account())).filter(c -> sees(person, c));
    }

    /** Those of a subscription, newest first. The caller has checked the permission for {@code everybody}. */
    public List<Conversation> list(Person person, ConversationFilter filter) {
        var states = filter.states().stream().map(Enum::name).toList();
        var account = person.account().value();
        List<ConversationRow> rows;
        if (states.isEmpty()) {
            rows = List.of();
        } else if (person instanceof Consumer) {
            rows = conversations.ofConsumer(account, person.id(), states, filter.updatedSinceMs(), MOST);
        } else if (filter.everybody()) {
            rows = conversations.ofAccount(account, states, filter.updatedSinceMs(), MOST);
        } else {
            rows = conversations.ofParticipant(account, person.id(), states, filter.updatedSinceMs(), MOST);
        }
        return read(rows).stream().filter(filter::matches).toList();
    }

    public List<Conversation> openOfAgent(AccountId account, String agentId) {
        return read(conversations.openOfAgent(account.value(), agentId));
    }

    public Optional<Conversation> openOfConsumer(AccountId account, String consumerId) {
        return conversations.findOpen(account.value(), consumerId).map(List::of).map(this::read).map(read -> read.get(0));
    }

    /** A page of the kept events of the MAIN dialog, from {@code from} on. */
    public TranscriptPage page(ConversationId id, int from, Set<Audience> audiences) {
        var last = transcripts.lastSequence(id.value()); // before the rows: what is committed in between is told afterwards
        var events = events(transcripts.from(id.value(), from, names(audiences), TranscriptPage.EVENTS, TranscriptPage.BYTES));
        if (events.isEmpty()) {
            return new TranscriptPage(events, last + 1, true);
        }
        var reached = events.get(events.size() - 1).sequence();
        return new TranscriptPage(events, reached + 1, reached >= last);
    }

    /** The newest events after {@code after}, in order: all of them, or as many as fit into a page. */
    public List<TranscriptEvent> newest(ConversationId id, int after) {
        return events(transcripts.before(id.value(), after, Integer.MAX_VALUE, names(Set.of(Audience.values())), TranscriptPage.EVENTS,
                TranscriptPage.BYTES));
    }

    /** Those that are asked for, in order. */
    public List<TranscriptEvent> query(ConversationId id, TranscriptQuery query, Set<Audience> audiences) {
        var after = query.newerThan().orElse(0);
        if (after == Integer.MAX_VALUE) {
            return List.of();
        }
        var before = query.olderThan().orElse(Integer.MAX_VALUE);
        if (query.containing().isPresent()) {
            return events(transcripts.containing(id.value(), after, before, names(audiences), query.atMost(), TranscriptPage.BYTES, query.containing().get()));
        }
        if (query.olderThan().isEmpty() && query.newerThan().isPresent()) {
            return events(transcripts.from(id.value(), after + 1, names(audiences), query.atMost(), TranscriptPage.BYTES));
        }
        return events(transcripts.before(id.value(), after, before, names(audiences), query.atMost(), TranscriptPage.BYTES));
    }

    /** How many events were kept of it. */
    public int lastSequence(ConversationId id) {
        return transcripts.lastSequence(id.value());
    }

    /** How much was written in it. */
    public Written written(ConversationId id) {
        return transcripts.written(id.value());
    }

    private static List<String> names(Set<Audience> audiences) {
        return audiences.stream().map(Enum::name).toList();
    }

    private static List<TranscriptEvent> events(List<TranscriptRow> rows) {
        return rows.stream().map(ConversationReader::event).toList();
    }

    /** The last thing that was said in each, where something was. */
    public Map<ConversationId, TranscriptEvent> lastContents(Collection<ConversationId> ids) {
        return transcripts.lastContents(ids.stream().map(ConversationId::value).toList()).stream()
                .map(ConversationReader::event)
                .collect(Collectors.toMap(TranscriptEvent::conversationId, Function.identity()));
    }

    /** Whether this agent could be rung for it: anybody for no skill, else those who have the skill. */
    public boolean hasSkill(Agent agent, String skillId) {
        return Conversation.NO_SKILL.equals(skillId) || users.skills(UUID.fromString(agent.id())).contains(skillId);
    }

    private boolean sees(Person person, Conversation conversation) {
        if (person instanceof Agent agent) {
            return conversation.role(agent.id()).isPresent()
                    || conversation.waiting() && hasSkill(agent, conversation.skillId())
                    || permissions.has(agent.id(), Permission.SEE_ALL_CONVERSATIONS);
        }
        return conversation.consumerId().equals(person.id());
    }

    private List<Conversation> read(List<ConversationRow> rows) {
        var participants = conversations.participants(rows.stream().map(r -> r.conversationId).toList());
        var names = users.findAll(participants.stream().map(p -> UUID.fromString(p.participantId)).distinct().toList())
                .stream().collect(Collectors.toMap(u -> u.userPid.toString(), Function.identity()));
        var byConversation = participants.stream().collect(Collectors.groupingBy(p -> p.conversationId,
                Collectors.mapping(p -> participant(p, names.get(p.participantId)), Collectors.toList())));
        return rows.stream()
                .map(row -> conversation(row, byConversation.getOrDefault(row.conversationId, List.of())))
                .toList();
    }

    private static ConversationParticipant participant(ParticipantRow row, UserRow user) {
        return new ConversationParticipant(row.participantId, user.accountId + "." + user.userId, user.displayName,
                ParticipantRole.valueOf(row.role));
    }

    private static Conversation conversation(ConversationRow row, List<ConversationParticipant> participants) {
        return new Conversation(new ConversationId(row.conversationId), new AccountId(row.accountId), row.consumerId,
                row.skillId, Channel.valueOf(row.channel), ConversationState.valueOf(row.state), row.startedAt,
                Optional.ofNullable(row.endedAt), Optional.ofNullable(row.closedBy), Optional.ofNullable(row.closeReason),
                new Conversation.TimeToRespond(row.ttrType, row.ttrSeconds), satisfaction(row), row.updatedMs, participants);
    }

    private static Optional<Conversation.Satisfaction> satisfaction(ConversationRow row) {
        return Optional.ofNullable(row.csatRate)
                .map(rate -> new Conversation.Satisfaction(rate, Optional.ofNullable(row.csatResolution)));
    }

    private static TranscriptEvent event(TranscriptRow row) {
        return new TranscriptEvent(row.dialogId, row.sequence, new ConversationId(row.conversationId), row.originatorId,
                ParticipantRole.valueOf(row.originatorRole), Audience.valueOf(row.audience), row.at, row.event,
                Optional.ofNullable(row.metadata));
    }
}
