package eyeline.core.conversation;

import eyeline.core.account.AccountId;
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
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who is rung for a waiting conversation, and who gets it (V4). Who is online is known in memory; who has a conversation is
 * decided by PostgreSQL. An agent is told of all who wait once, by a page with their number, and of each change after that.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Routing {
    private final Map<String, RungDesk> desks = new ConcurrentHashMap<>();
    private final Map<AccountId, WaitingLine> lines = new ConcurrentHashMap<>();

    @Inject
    ConversationReader reader;
    @Inject
    WaitingReader waiting;
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
        var desk = desks.compute(agent.id(), (id, before) -> new RungDesk(agent, availability, Optional.ofNullable(before)));
        inOrder(desk, () -> outlet.waiting(agent.account(), agent.id(), page(desk, Optional.empty())));
        return Result.done();
    }

    /** The agent takes the conversation that rings. TAKEN for the second. */
    public Result<Void> accept(Agent agent, ConversationId id) {
        // not only what this agent sees: a conversation that another has just taken is TAKEN and not unknown
        var found = reader.find(id)
                .filter(c -> c.account().equals(agent.account()) && reader.hasSkill(agent, c.skillId()));
        if (found.isEmpty() || !agent.roles().contains(Role.AGENT)) {
            return Result.refused(RefusalReason.NOT_FOUND);
        }
        if (!found.get().open()) {
            return Result.refused(RefusalReason.CONVERSATION_CLOSED);
        }
        if (!writes.assign(id, agent)) {
            return Result.refused(RefusalReason.TAKEN);
        }
        outlet.changed(id, Set.of());
        withdraw(found.get());
        return Result.done();
    }

    /** The agent does not want it: it stops ringing there until the agent's next ONLINE. */
    public Result<Void> reject(Agent agent, ConversationId id) {
        var desk = desks.get(agent.id());
        var found = reader.find(agent, id);
        if (desk == null || found.isEmpty()) {
            return Result.refused(RefusalReason.NOT_FOUND);
        }
        inOrder(desk, () -> {
            desk.decline(found.get());
            if (reader.find(id).filter(Conversation::waiting).isEmpty()) {
                desk.forget(id);
            }
            outlet.rings(agent.account(), agent.id(), List.of(new RingChange(ring(found.get()), false)), total(desk));
        });
        return Result.done();
    }

    /** Who waits for this agent now: the first, or those after that one in the line. */
    public WaitingPage page(Agent agent, Optional<ConversationId> after) {
        var desk = desks.get(agent.id());
        return desk == null ? WaitingPage.NONE : page(desk, after);
    }

    /** Rings everybody who could take it. */
    public void offer(Conversation waiting) {
        changed(waiting.account(), new RingChange(ring(waiting), true));
    }

    /** Stops the ringing everywhere. */
    public void withdraw(Conversation taken) {
        changed(taken.account(), new RingChange(ring(taken), false));
    }

    /** An agent's availability dies with the last socket. */
    public void onPresence(@Observes PresenceChanged change) {
        var person = change.connection().person();
        if (person instanceof Agent && !change.here() && presence.of(person.account(), person.id()).isEmpty()) {
            desks.remove(person.id());
        }
    }

    private void changed(AccountId account, RingChange change) {
        line(account).changed(change, changes -> tell(account, changes));
    }

    private void tell(AccountId account, List<RingChange> changes) {
        var online = desks.values().stream().filter(desk -> desk.online() && desk.agent().account().equals(account)).toList();
        if (online.isEmpty()) {
            return;
        }
        changes.stream().filter(change -> !change.ringing())
                .forEach(gone -> online.forEach(desk -> desk.forget(gone.ring().conversationId())));
        var bySkill = waiting.bySkill(account);
        var skills = waiting.skillsOfAgents(account);
        for (var desk : online) {
            var theirs = WaitingReader.withNone(skills.getOrDefault(desk.agent().id(), Set.of()));
            var mine = desk.mine(changes, theirs);
            if (!mine.isEmpty()) {
                inOrder(desk, () -> outlet.rings(account, desk.agent().id(), mine, desk.total(bySkill, theirs)));
            }
        }
    }

    /** Tells an agent something after what was told before, unless the desk is another one by now. */
    private void inOrder(RungDesk desk, Runnable telling) {
        synchronized (desk.order()) {
            if (desks.get(desk.agent().id()) == desk) {
                telling.run();
            }
        }
    }

    private WaitingPage page(RungDesk desk, Optional<ConversationId> after) {
        if (!desk.online()) {
            return WaitingPage.NONE;
        }
        var account = desk.agent().account();
        var next = waiting.line(account, waiting.skills(desk.agent()), after, WaitingPage.SIZE + desk.declinedOnes());
        return new WaitingPage(next.stream().filter(desk::wants).limit(WaitingPage.SIZE).toList(), total(desk));
    }

    private int total(RungDesk desk) {
        return desk.online() ? desk.total(waiting.bySkill(desk.agent().account()), waiting.skills(desk.agent())) : 0;
    }

    private WaitingLine line(AccountId account) {
        return lines.computeIfAbsent(account, unknown -> new WaitingLine());
    }

    private static Ring ring(Conversation waiting) {
        return new Ring(waiting.account(), waiting.id(), waiting.consumerId(), waiting.skillId(), waiting.startedAt());
    }
}
