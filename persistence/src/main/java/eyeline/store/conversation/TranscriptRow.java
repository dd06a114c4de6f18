package eyeline.store.conversation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/** One event of a dialog; inserted, never changed. */
@Entity
@Table(name = "transcript_event")
@IdClass(TranscriptRow.Key.class)
public class TranscriptRow {
    @Id
    @Column(name = "dialog_id")
    public UUID dialogId;
    @Id
    public int sequence;
    @Column(name = "conversation_id")
    public UUID conversationId;
    @Column(name = "account_id")
    public String accountId;
    @Column(name = "originator_id")
    public String originatorId;
    @Column(name = "originator_role")
    public String originatorRole;
    public String audience;
    public Instant at;
    /** CONTENT, RICH_CONTENT or ACCEPT_STATUS. */
    public String kind;
    public String event;
    public String metadata;

    /** The primary key, which decides the order when two write at once. */
    public record Key(UUID dialogId, int sequence) implements Serializable {
    }
}
