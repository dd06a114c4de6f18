package eyeline.core.conversation;

import eyeline.core.account.Accounts;
import eyeline.core.result.Refusal;
import eyeline.core.result.RefusalReason;
import eyeline.core.result.Result;
import eyeline.core.user.Consumer;
import eyeline.core.user.Person;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The façade for conversations. Every act is checked here, committed in {@link ConversationWrites}, and only then told. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Conversations {
    /**
     * So many may wait in an account. It protects the agents' line, the database and every socket of the account from who makes
     * identities by the thousand: a line that long is nobody's turn today. Twice what is known to work well.
     */
    static final int MOST_WAITING = 10_000;
    /** Said to who cannot come into the line any more, be it for the account or for the own address. */
    public static final Refusal TOO_MANY_WAIT = RefusalReason.TOO_MANY.because("Too many people are waiting just now. Please try again in a few minutes.");

    @Inject
    Accounts accounts;
    @Inject
    ConversationReader reader;
    @Inject
    WaitingReader waiting;
    @Inject
    ConversationWrites writes;
    @Inject
    FieldChangeCheck check;
    @Inject
    ConversationEnding ending;
    @Inject
    Routing routing;
    @Inject
    ConversationOutlet outlet;

    /** Whether this consumer has an open conversation: there is one at a time, however often it is asked for. */
    public boolean hasOpen(Consumer consumer) {
        return reader.openOfConsumer(consumer.account(), consumer.id()).isPresent();
    }

    /** Opens a conversation, or answers with the open one of this consumer. TOO_MANY while {@link #MOST_WAITING} wait. */
    public Result<ConversationId> request(Consumer consumer, ConversationRequest request) {
        if (accounts.find(consumer.account()).isEmpty()) {
            return Result.refused(RefusalReason.NOT_FOUND);
        }
        if (!hasOpen(consumer) && waiting.bySkill(consumer.account()).values().stream().mapToInt(Integer::intValue).sum() >= MOST_WAITING) {
            return Result.refused(TOO_MANY_WAIT);
        }
        var opened = writes.open(consumer, request);
        if (opened.created()) {
            outlet.changed(opened.id(), Set.of());
            reader.find(opened.id()).ifPresent(routing::offer);
        }
        return Result.done(opened.id());
    }

    /** Applies all changes, or none. */
    public Result<Void> update(Person person, ConversationId id, List<FieldChange> changes) {
        var found = reader.find(person, id);
        if (found.isEmpty()) {
            return Result.refused(RefusalReason.NOT_FOUND);
        }
        var before = found.get();
        var checked = new ArrayList<FieldChange>();
        for (var change : changes) {
            var result = check.check(person, before, change);
            if (result instanceof Result.Refused<FieldChange> refused) {
                return Result.refused(refused.refusal());
            }
            result.map(checked::add);
        }
        return commit(person, before, checked);
    }

    private Result<Void> commit(Person person, Conversation before, List<FieldChange> changes) {
        endCall(person, before, changes);
        var result = writes.apply(before.id(), person, changes);
        if (result instanceof Result.Done<Void>) {
            // An invitation that was committed between the two steps above ends here.
            endCall(person, before, changes);
            tell(before);
        }
        return result;
    }

    private void endCall(Person person, Conversation before, List<FieldChange> changes) {
        if (changes.stream().anyMatch(FieldChange.Close.class::isInstance)) {
            ending.closes(before.id(), person instanceof Consumer);
        }
        if (changes.stream().anyMatch(c -> c instanceof FieldChange.CloseDialog || removesAssigned(c))) {
            ending.hangsUp(before.id(), person instanceof Consumer);
        }
    }

    private static boolean removesAssigned(FieldChange change) {
        return change instanceof FieldChange.RemoveParticipant remove && remove.role() == ParticipantRole.ASSIGNED_AGENT;
    }

    private void tell(Conversation before) {
        var after = reader.find(before.id()).orElseThrow();
        outlet.changed(before.id(), before.participants().stream().map(ConversationParticipant::id)
                .filter(id -> after.role(id).isEmpty()).collect(Collectors.toSet()));
        var otherSkill = !before.skillId().equals(after.skillId());
        if (before.waiting() && (!after.waiting() || otherSkill)) {
            routing.withdraw(before);
        }
        if (after.waiting() && (!before.waiting() || otherSkill)) {
            routing.offer(after);
        }
    }
}
