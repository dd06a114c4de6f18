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
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** A named set of permissions of one role. */
@Entity
@Table(name = "profile")
public class ProfileRow {
    @Id
    @Column(name = "profile_id")
    public UUID profileId;
    @Column(name = "account_id")
    public String accountId;
    public String role;
    public String name;
    @Version
    public long version;

    @ElementCollection
    @CollectionTable(name = "profile_permission", joinColumns = @JoinColumn(name = "profile_id"))
    public Set<Allowed> allowed = new HashSet<>();

    /** One permission; the account is part of the row, so that the database can fence it. */
    @Embeddable
    public static class Allowed {
        @Column(name = "account_id")
        public String accountId;
        public String permission;

        public Allowed() {
        }

        public Allowed(String accountId, String permission) {
            this.accountId = accountId;
            this.permission = permission;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Allowed a && a.accountId.equals(accountId) && a.permission.equals(permission);
        }

        @Override
        public int hashCode() {
            return Objects.hash(accountId, permission);
        }
    }
}
