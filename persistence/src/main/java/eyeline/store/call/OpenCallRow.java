package eyeline.store.call;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Projection: a call that has not ended. {@code slot} counts the agent's open calls from 1. */
@Entity
@Table(name = "open_call")
public class OpenCallRow {
    @Id
    @Column(name = "call_id")
    public UUID callId;
    @Column(name = "account_id")
    public String accountId;
    @Column(name = "conversation_id")
    public UUID conversationId;
    @Column(name = "agent_id")
    public String agentId;
    public int slot;
    /** When somebody was last seen in it; null before the first look. */
    @Column(name = "alive_at")
    public Instant aliveAt;
    /** Since when it waits for its people after a death of the server; null while somebody is in it. */
    @Column(name = "waiting_since")
    public Instant waitingSince;
}
