package eyeline.core.conversation;

import eyeline.core.account.AccountId;
import eyeline.store.conversation.TranscriptRow;
import eyeline.store.conversation.TranscriptStore;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/** Appends to a transcript, in the caller's transaction or one of its own; answers with the event's sequence. */
@Stateless
public class TranscriptWrites {
    /** The originator of what the system itself says. */
    public static final String SYSTEM = "system";

    @Inject
    TranscriptStore store;
    @Inject
    Clock clock;

    /** What a participant says. */
    public int append(Conversation conversation, String originatorId, ParticipantRole role, Publication publication) {
        return append(conversation.account(), conversation.id(), originatorId, role, publication);
    }

    /** A step of a call, said by the system to everybody (protocol.md, 10.5). {@code event}, {@code metadata}: JSON texts. */
    public int appendSystem(AccountId account, ConversationId conversation, String event, String metadata) {
        return append(account, conversation, SYSTEM, ParticipantRole.CONTROLLER, new Publication(conversation.value(),
                Publication.Kind.CONTENT, event, Audience.ALL, Optional.of(metadata)));
    }

    private int append(AccountId account, ConversationId conversation, String originatorId, ParticipantRole role,
            Publication publication) {
        var row = new TranscriptRow();
        row.dialogId = publication.dialogId();
        row.conversationId = conversation.value();
        row.accountId = account.value();
        row.originatorId = originatorId;
        row.originatorRole = role.name();
        row.audience = publication.audience().name();
        row.at = clock.instant();
        row.kind = publication.kind().name();
        row.event = publication.event();
        row.metadata = publication.metadata().orElse(null);
        return store.append(row);
    }
}
