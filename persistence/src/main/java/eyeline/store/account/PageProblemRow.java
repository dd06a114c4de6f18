package eyeline.store.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/** A brand's page that breaks a rule; {@code seenAt} once an administrator has put it away. */
@Entity
@Table(name = "page_problem")
@IdClass(PageProblemRow.Key.class)
public class PageProblemRow {
    @Id
    @Column(name = "account_id")
    public String accountId;
    @Id
    public String origin;
    @Id
    public String rule;
    @Column(name = "first_at")
    public Instant firstAt;
    @Column(name = "seen_at")
    public Instant seenAt;

    /** Each is told once. */
    public record Key(String accountId, String origin, String rule) implements Serializable {
    }
}
