package eyeline.store.user;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Somebody who can log in. */
@Entity
@Table(name = "app_user")
public class UserRow {
    @Id
    @Column(name = "user_pid")
    public UUID userPid;
    @Column(name = "account_id")
    public String accountId;
    @Column(name = "user_id")
    public String userId;
    @Column(name = "login_name")
    public String loginName;
    @Column(name = "display_name")
    public String displayName;
    @Column(name = "password_hash")
    public String passwordHash;
    public boolean enabled;
    /** Set for a user who was deleted; such a one is never enabled. */
    @Column(name = "deleted_at")
    public Instant deletedAt;
    @Version
    public long version;

    @ElementCollection
    @CollectionTable(name = "user_profile", joinColumns = @JoinColumn(name = "user_pid"))
    public Set<Has> profiles = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "user_skill", joinColumns = @JoinColumn(name = "user_pid"))
    public Set<Knows> skills = new HashSet<>();

    /** A profile of the user; both are of one account, and the database sees to it. */
    @Embeddable
    public static class Has {
        @Column(name = "account_id")
        public String accountId;
        @Column(name = "profile_id")
        public UUID profileId;

        public Has() {
        }

        public Has(String accountId, UUID profileId) {
            this.accountId = accountId;
            this.profileId = profileId;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Has has && has.accountId.equals(accountId) && has.profileId.equals(profileId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(accountId, profileId);
        }
    }

    /** A skill of the user. */
    @Embeddable
    public static class Knows {
        @Column(name = "account_id")
        public String accountId;
        @Column(name = "skill_id")
        public String skillId;

        public Knows() {
        }

        public Knows(String accountId, String skillId) {
            this.accountId = accountId;
            this.skillId = skillId;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Knows knows && knows.accountId.equals(accountId) && knows.skillId.equals(skillId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(accountId, skillId);
        }
    }
}
