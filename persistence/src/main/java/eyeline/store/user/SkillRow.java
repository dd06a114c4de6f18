package eyeline.store.user;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.io.Serializable;

/** What an agent knows: conversations with a skill ring the agents who have it. */
@Entity
@Table(name = "skill")
@IdClass(SkillRow.Key.class)
public class SkillRow {
    @Id
    @Column(name = "account_id")
    public String accountId;
    @Id
    @Column(name = "skill_id")
    public String skillId;
    public String name;
    @Version
    public long version;

    /** A skill's id is its account's alone. */
    public record Key(String accountId, String skillId) implements Serializable {
    }
}
