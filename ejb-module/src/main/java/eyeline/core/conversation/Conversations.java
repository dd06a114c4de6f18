package eyeline.core.conversation;

import eyeline.core.account.Accounts;
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
    @Inject
    Accounts accounts;
    @Inject
    ConversationReader reader;
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

    /** Opens a conversation, or answers with the open one of this consumer. */
    public Result<ConversationId> request(Consumer consumer, ConversationRequest request) {
        if (accounts.find(consumer.account()).isEmpty()) {
            return Result.refused(RefusalReason.NOT_FOUND);
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
        if (before.waiting() && !after.waiting()) {
            routing.withdraw(before);
        }
        if (after.waiting() && (!before.waiting() || !before.skillId().equals(after.skillId()))) {
            routing.offer(after);
        }
    }
}
