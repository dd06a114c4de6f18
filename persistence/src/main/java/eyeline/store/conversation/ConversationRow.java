package eyeline.store.conversation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A conversation. {@code updatedMs} (epoch milliseconds) strictly increases. */
@Entity
@Table(name = "conversation")
public class ConversationRow {
    @Id
    @Column(name = "conversation_id")
    public UUID conversationId;
    @Column(name = "account_id")
    public String accountId;
    @Column(name = "consumer_id")
    public String consumerId;
    @Column(name = "skill_id")
    public String skillId;
    public String channel;
    public String state;
    @Column(name = "started_at")
    public Instant startedAt;
    @Column(name = "ended_at")
    public Instant endedAt;
    @Column(name = "closed_by")
    public String closedBy;
    @Column(name = "close_reason")
    public String closeReason;
    @Column(name = "ttr_type")
    public String ttrType;
    @Column(name = "ttr_seconds")
    public int ttrSeconds;
    @Column(name = "csat_rate")
    public Integer csatRate;
    @Column(name = "csat_resolution")
    public Boolean csatResolution;
    @Column(name = "updated_ms")
    public long updatedMs;
}
