package eyeline.core.conversation;

import eyeline.core.result.RefusalReason;
import eyeline.core.result.Result;
import eyeline.core.user.Agent;
import eyeline.core.user.Consumer;
import eyeline.core.user.Person;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/** The façade for what is said in a conversation. Nobody writes without bound: {@link WritingGate}. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Transcript {
    /** The sequence of an event that is not kept (protocol.md, G6). */
    private static final int NOT_KEPT = 0;

    @Inject
    ConversationReader reader;
    @Inject
    TranscriptWrites writes;
    @Inject
    WritingGate gate;
    @Inject
    ConversationOutlet outlet;
    @Inject
    Clock clock;

    /** Publishes; answers with the event's sequence, 0 for one that is not kept. It is committed when this returns. */
    public Result<Integer> publish(Person person, Publication publication) {
        var found = reader.find(person, new ConversationId(publication.dialogId()));
        if (found.isEmpty()) {
            return Result.refused(RefusalReason.NOT_FOUND);
        }
        var conversation = found.get();
        var role = role(person, conversation);
        if (role.isEmpty()) {
            return Result.refused(RefusalReason.NOT_ASSIGNED);
        }
        if (!conversation.open() && publication.kind() != Publication.Kind.ACCEPT_STATUS) {
            return Result.refused(RefusalReason.CONVERSATION_CLOSED);
        }
        if (person instanceof Consumer && publication.audience() != Audience.ALL) {
            return Result.refused(RefusalReason.NOT_PERMITTED);
        }
        if (publication.kind() == Publication.Kind.CHAT_STATE) {
            return Result.done(signal(conversation, person, role.get(), publication));
        }
        return gate.take(conversation, person, publication).map(Result::<Integer>refused)
                .orElseGet(() -> Result.done(say(conversation, person, role.get(), publication)));
    }

    private int signal(Conversation conversation, Person person, ParticipantRole role, Publication publication) {
        outlet.said(conversation, new TranscriptEvent(publication.dialogId(), NOT_KEPT, conversation.id(), person.id(),
                role, publication.audience(), clock.instant(), publication.event(), publication.metadata()));
        return NOT_KEPT;
    }

    private int say(Conversation conversation, Person person, ParticipantRole role, Publication publication) {
        var sequence = append(conversation, person, role, publication);
        outlet.changed(conversation.id(), Set.of());
        return sequence;
    }

    private int append(Conversation conversation, Person person, ParticipantRole role, Publication publication) {
        try {
            return writes.append(conversation, person.id(), role, publication);
        } catch (RuntimeException failure) {
            gate.lookAgain(conversation.id());
            throw failure;
        }
    }

    /** What somebody speaks as; nothing for those who only look on. */
    private static Optional<ParticipantRole> role(Person person, Conversation conversation) {
        return person instanceof Agent
                ? conversation.role(person.id()).filter(role -> role != ParticipantRole.READER)
                : Optional.of(ParticipantRole.CONSUMER);
    }
}
