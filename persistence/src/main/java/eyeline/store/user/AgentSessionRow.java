package eyeline.store.user;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A log-in; the secrets are kept as SHA-256 digests. */
@Entity
@Table(name = "agent_session")
public class AgentSessionRow {
    @Id
    @Column(name = "bearer_digest")
    public byte[] bearerDigest;
    @Column(name = "csrf_digest")
    public byte[] csrfDigest;
    @Column(name = "user_pid")
    public UUID userPid;
    @Column(name = "account_id")
    public String accountId;
    @Column(name = "created_at")
    public Instant createdAt;
    @Column(name = "expires_at")
    public Instant expiresAt;
}
