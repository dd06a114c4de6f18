package eyeline.core.conversation;

import eyeline.core.account.Accounts;
import eyeline.core.result.Refusal;
import eyeline.core.user.Person;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/** Whether somebody may write something more, by the limits of the account. What the system says is not asked about. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class WritingGate {
    @Inject
    Accounts accounts;
    @Inject
    ConversationReader reader;
    @Inject
    Clock clock;

    private WritingRoom room;

    @PostConstruct
    void open() {
        room = new WritingRoom(clock);
    }

    /** Nothing if it may be written, which counts; else why not. */
    public Optional<Refusal> take(Conversation conversation, Person person, Publication publication) {
        return room.take(conversation.id(), person, publication, accounts.writing(conversation.account()),
                () -> reader.written(conversation.id()));
    }

    /** Whether a conversation has so many events of all kinds that not even the system says there what somebody only wishes for. */
    public boolean isOver(Conversation conversation) {
        return reader.lastSequence(conversation.id()) >= accounts.writing(conversation.account()).events();
    }

    /** It could not be written: what there is in the conversation is looked up again. */
    public void lookAgain(ConversationId id) {
        room.forget(id);
    }
}
