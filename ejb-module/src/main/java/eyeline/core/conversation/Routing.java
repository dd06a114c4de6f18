package eyeline.core.conversation;

import eyeline.core.presence.Presence;
import eyeline.core.presence.PresenceChanged;
import eyeline.core.result.RefusalReason;
import eyeline.core.result.Result;
import eyeline.core.user.Agent;
import eyeline.core.user.Role;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who is rung for a waiting conversation, and who gets it (V4). Who is online is known in memory; who has a conversation is
 * decided by PostgreSQL.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Routing {

    /** An agent's workspace: {@code declined} are the rings that this agent did not want. */
    private record Desk(Agent agent, Availability availability, Set<ConversationId> declined) {
    }

    private final Map<String, Desk> desks = new ConcurrentHashMap<>();

    @Inject
    ConversationReader reader;
    @Inject
    ConversationWrites writes;
    @Inject
    ConversationOutlet outlet;
    @Inject
    Presence presence;

    /** NOT_PERMITTED for a user without the agent role. */
    public Result<Void> setAvailability(Agent agent, Availability availability) {
        if (!agent.roles().contains(Role.AGENT)) {
            return Result.refused(RefusalReason.NOT_PERMITTED.because("Only agents are rung."));
        }
        desks.put(agent.id(), new Desk(agent, availability, ConcurrentHashMap.newKeySet()));
        var online = availability == Availability.ONLINE;
        for (var waiting : reader.waiting(agent.account())) {
            if (reader.hasSkill(agent, waiting.skillId())) {
                outlet.ring(agent.id(), ring(waiting), online);
            }
        }
        return Result.done();
    }

    /** The agent takes the conversation that rings. TAKEN for the second. */
    public Result<Void> accept(Agent agent, ConversationId id) {
        // not only what this agent sees: a conversation that another has just taken is TAKEN and not unknown
        var waiting = reader.find(id)
                .filter(c -> c.account().equals(agent.account()) && reader.hasSkill(agent, c.skillId()));
        if (waiting.isEmpty() || !agent.roles().contains(Role.AGENT)) {
            return Result.refused(RefusalReason.NOT_FOUND);
        }
        if (!waiting.get().open()) {
            return Result.refused(RefusalReason.CONVERSATION_CLOSED);
        }
        if (!writes.assign(id, agent)) {
            return Result.refused(RefusalReason.TAKEN);
        }
        outlet.changed(id, Set.of());
        withdraw(waiting.get());
        return Result.done();
    }

    /** The agent does not want it: it stops ringing there until the agent's next ONLINE. */
    public Result<Void> reject(Agent agent, ConversationId id) {
        var desk = desks.get(agent.id());
        var waiting = reader.find(agent, id);
        if (desk == null || waiting.isEmpty()) {
            return Result.refused(RefusalReason.NOT_FOUND);
        }
        desk.declined().add(id);
        outlet.ring(agent.id(), ring(waiting.get()), false);
        return Result.done();
    }

    /** What rings this agent now. */
    public List<Ring> rings(Agent agent) {
        var desk = desks.get(agent.id());
        if (desk == null || desk.availability() != Availability.ONLINE) {
            return List.of();
        }
        return reader.waiting(agent.account()).stream().filter(c -> rings(desk, c)).map(Routing::ring).toList();
    }

    /** Rings everybody who could take it. */
    public void offer(Conversation waiting) {
        desks.values().stream().filter(desk -> rings(desk, waiting))
                .forEach(desk -> outlet.ring(desk.agent().id(), ring(waiting), true));
    }

    /** Stops the ringing everywhere. */
    public void withdraw(Conversation taken) {
        desks.values().stream().filter(desk -> desk.agent().account().equals(taken.account()))
                .forEach(desk -> outlet.ring(desk.agent().id(), ring(taken), false));
    }

    /** An agent's availability dies with the last socket. */
    public void onPresence(@Observes PresenceChanged change) {
        var person = change.connection().person();
        if (person instanceof Agent && !change.here() && presence.of(person.account(), person.id()).isEmpty()) {
            desks.remove(person.id());
        }
    }

    private boolean rings(Desk desk, Conversation waiting) {
        return desk.availability() == Availability.ONLINE
                && desk.agent().account().equals(waiting.account())
                && !desk.declined().contains(waiting.id())
                && reader.hasSkill(desk.agent(), waiting.skillId());
    }

    private static Ring ring(Conversation waiting) {
        return new Ring(waiting.account(), waiting.id(), waiting.consumerId(), waiting.skillId(), waiting.startedAt());
    }
}
