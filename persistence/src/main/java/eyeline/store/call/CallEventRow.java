package eyeline.store.call;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/** One row of the event log of calls; inserted, never changed, kept for ever. */
@Entity
@Table(name = "call_event")
@IdClass(CallEventRow.Key.class)
public class CallEventRow {
    @Id
    @Column(name = "call_id")
    public UUID callId;
    @Id
    public int seq;
    @Column(name = "account_id")
    public String accountId;
    @Column(name = "conversation_id")
    public UUID conversationId;
    public Instant at;
    public String type;
    public String party;
    @Column(name = "participant_id")
    public String participantId;
    public String mode;
    @Column(name = "agent_id")
    public String agentId;
    @Column(name = "consumer_id")
    public String consumerId;
    @Column(name = "expires_at")
    public Instant expiresAt;
    @Column(name = "end_reason")
    public String endReason;
    public String cause;
    @Column(name = "error_id")
    public String errorId;
    @Column(name = "duration_ms")
    public Long durationMs;
    public Integer participants;
    /** What the agent's browser said of its media, as JSON; only at the end, and null if it said nothing. */
    @Column(name = "agent_quality")
    public String agentQuality;
    @Column(name = "consumer_quality")
    public String consumerQuality;

    /** The primary key, which decides every race. */
    public record Key(UUID callId, int seq) implements Serializable {
    }
}
