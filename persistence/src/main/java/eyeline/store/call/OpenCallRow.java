package eyeline.store.call;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
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
}
