package eyeline.core.conversation;

import eyeline.core.result.RefusalReason;
import eyeline.core.result.Result;
import eyeline.core.user.Agent;
import eyeline.core.user.Consumer;
import eyeline.core.user.Person;
import eyeline.store.conversation.ConversationRow;
import eyeline.store.conversation.ConversationStore;
import jakarta.annotation.Resource;
import jakarta.ejb.EJBContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The transactions of a conversation: each method is one, committed when it returns. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ConversationWrites {
    private static final String NORMAL_TTR = "NORMAL";
    private static final int NORMAL_TTR_SECONDS = 3600;

    /** The consumer's open conversation, and whether it was this call that opened it. */
    public record Opened(ConversationId id, boolean created) {
    }

    @Inject
    ConversationStore store;
    @Inject
    Clock clock;
    @Resource
    EJBContext transaction;

    public Opened open(Consumer consumer, ConversationRequest request) {
        var row = new ConversationRow();
        row.conversationId = UUID.randomUUID();
        row.accountId = consumer.account().value();
        row.consumerId = consumer.id();
        row.skillId = request.skillId().orElse(Conversation.NO_SKILL);
        row.channel = Channel.WEB_MESSAGING.name();
        row.state = ConversationState.OPEN.name();
        row.startedAt = clock.instant();
        row.ttrType = request.ttrType().orElse(NORMAL_TTR);
        row.ttrSeconds = NORMAL_TTR_SECONDS;
        row.updatedMs = clock.millis();
        while (!store.insert(row)) {
            var open = store.findOpen(row.accountId, row.consumerId);
            if (open.isPresent()) {
                return new Opened(new ConversationId(open.get().conversationId), false);
            }
        }
        return new Opened(new ConversationId(row.conversationId), true);
    }

    /** Whether this agent has it now; not if another was first or it is closed. */
    public boolean assign(ConversationId id, Agent agent) {
        var open = store.find(id.value()).filter(row -> row.state.equals(ConversationState.OPEN.name())).isPresent();
        if (!open || !store.addParticipant(id.value(), agent.id(), ParticipantRole.ASSIGNED_AGENT.name())) {
            return false;
        }
        store.touch(id.value(), clock.millis());
        return true;
    }

    /** Applies all changes, or none and says why. What each may is checked before. */
    public Result<Void> apply(ConversationId id, Person person, List<FieldChange> changes) {
        for (var change : changes) {
            var refusal = apply(id, person, change);
            if (refusal.isPresent()) {
                transaction.setRollbackOnly();
                return Result.refused(refusal.get());
            }
        }
        store.touch(id.value(), clock.millis());
        return Result.done();
    }

    private Optional<RefusalReason> apply(ConversationId id, Person person, FieldChange change) {
        return change.read(new FieldChange.Reader<>() {
            @Override
            public Optional<RefusalReason> close(FieldChange.Close close) {
                var by = person instanceof Consumer ? "CONSUMER" : "AGENT";
                return unless(store.close(id.value(), clock.instant(), by, close.cause().orElse(null)), RefusalReason.CONVERSATION_CLOSED);
            }

            /** What ends a call is written by the call (ConversationEnding). */
            @Override
            public Optional<RefusalReason> closeDialog(FieldChange.CloseDialog dialog) {
                return Optional.empty();
            }

            @Override
            public Optional<RefusalReason> csat(FieldChange.Csat csat) {
                store.rate(id.value(), csat.rate(), csat.resolved().orElse(null));
                return Optional.empty();
            }

            @Override
            public Optional<RefusalReason> ttr(FieldChange.Ttr ttr) {
                store.respondWithin(id.value(), ttr.type(), ttr.seconds());
                return Optional.empty();
            }

            @Override
            public Optional<RefusalReason> addParticipant(FieldChange.AddParticipant add) {
                return unless(store.addParticipant(id.value(), add.userId().orElse(person.id()), add.role().name()), RefusalReason.TAKEN);
            }

            @Override
            public Optional<RefusalReason> removeParticipant(FieldChange.RemoveParticipant remove) {
                return unless(store.removeParticipant(id.value(), remove.userId().orElse(person.id()), remove.role().name()), RefusalReason.NOT_FOUND);
            }

            @Override
            public Optional<RefusalReason> changeSkill(FieldChange.ChangeSkill skill) {
                store.changeSkill(id.value(), skill.skillId());
                return Optional.empty();
            }
        });
    }

    private static Optional<RefusalReason> unless(boolean done, RefusalReason otherwise) {
        return done ? Optional.empty() : Optional.of(otherwise);
    }
}
