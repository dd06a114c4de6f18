package eyeline.store.conversation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;

/** Somebody of the agent's side in a conversation. */
@Entity
@Table(name = "conversation_participant")
@IdClass(ParticipantRow.Key.class)
public class ParticipantRow {
    @Id
    @Column(name = "conversation_id")
    public UUID conversationId;
    @Id
    @Column(name = "participant_id")
    public String participantId;
    public String role;

    /** The primary key. */
    public record Key(UUID conversationId, String participantId) implements Serializable {
    }
}
