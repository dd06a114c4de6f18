package eyeline.core.conversation;

import eyeline.core.account.AccountId;
import eyeline.core.user.Agent;
import eyeline.store.conversation.ConversationRow;
import eyeline.store.conversation.ConversationStore;
import eyeline.store.conversation.WaitingStore;
import eyeline.store.user.UserStore;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Reads who waits: open conversations without an assigned agent, as they are committed now. */
@Stateless
public class WaitingReader {
    @Inject
    WaitingStore waiting;
    @Inject
    ConversationStore conversations;
    @Inject
    UserStore users;

    /** The skills by which this agent is rung: the own ones, and that of conversations which want none. */
    public Set<String> skills(Agent agent) {
        return withNone(users.skills(UUID.fromString(agent.id())));
    }

    /** The same of every agent of the account who has a skill, by PID. */
    public Map<String, Set<String>> skillsOfAgents(AccountId account) {
        return users.skillsOfAccount(account.value());
    }

    static Set<String> withNone(Set<String> skills) {
        var all = new HashSet<>(skills);
        all.add(Conversation.NO_SKILL);
        return Set.copyOf(all);
    }

    /** Those who wait for one of these skills, after that conversation in the line, at most so many. */
    public List<Ring> line(AccountId account, Set<String> skills, Optional<ConversationId> after, int most) {
        var from = after.flatMap(id -> conversations.find(id.value())).filter(row -> row.accountId.equals(account.value()));
        return waiting.line(account.value(), skills, from, most).stream().map(WaitingReader::ring).toList();
    }

    /** How many wait for each skill. */
    public Map<String, Integer> bySkill(AccountId account) {
        return waiting.bySkill(account.value());
    }

    /** Those of these conversations that wait now. */
    public Set<ConversationId> stillWaiting(AccountId account, Collection<ConversationId> ids) {
        var still = new HashSet<ConversationId>();
        waiting.of(account.value(), ids.stream().map(ConversationId::value).toList()).forEach(id -> still.add(new ConversationId(id)));
        return still;
    }

    private static Ring ring(ConversationRow row) {
        return new Ring(new AccountId(row.accountId), new ConversationId(row.conversationId), row.consumerId, row.skillId, row.startedAt);
    }
}
