package eyeline.core.conversation;

import eyeline.core.user.Agent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** An agent's workspace as it is rung: who, whether at all, and which rings this agent did not want. */
final class RungDesk {
    private final Agent agent;
    private final Availability availability;
    private final Object order;
    /** Conversations that wait and were declined, with their skill. */
    private final Map<ConversationId, String> declined = new ConcurrentHashMap<>();

    /** {@code before}: what stood here until now, whose order this one goes on with. */
    RungDesk(Agent agent, Availability availability, Optional<RungDesk> before) {
        this.agent = agent;
        this.availability = availability;
        order = before.map(desk -> desk.order).orElseGet(Object::new);
    }

    /** Held while this agent is told, from reading on where all who wait are told: one agent's reading keeps no other waiting. */
    Object order() {
        return order;
    }

    Agent agent() {
        return agent;
    }

    boolean online() {
        return availability == Availability.ONLINE;
    }

    void decline(Conversation waiting) {
        declined.put(waiting.id(), waiting.skillId());
    }

    /** It waits no longer. */
    void forget(ConversationId taken) {
        declined.remove(taken);
    }

    int declinedOnes() {
        return declined.size();
    }

    boolean wants(Ring ring) {
        return !declined.containsKey(ring.conversationId());
    }

    /** Of these changes those that are about this agent, who has these skills. */
    List<RingChange> mine(List<RingChange> changes, Set<String> skills) {
        return changes.stream().filter(change -> skills.contains(change.ring().skillId()) && wants(change.ring())).toList();
    }

    /** How many wait for this agent, who has these skills. */
    int total(Map<String, Integer> waitingBySkill, Set<String> skills) {
        var all = skills.stream().mapToInt(skill -> waitingBySkill.getOrDefault(skill, 0)).sum();
        return Math.max(0, all - (int) declined.values().stream().filter(skills::contains).count());
    }
}
