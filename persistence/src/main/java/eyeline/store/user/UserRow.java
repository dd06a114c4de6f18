package eyeline.store.user;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
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
    @Version
    public long version;
}
