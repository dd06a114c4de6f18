package eyeline.store.change;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One administrative change: insert only, for ever. {@code before} and {@code after} are JSON texts of what differs. */
@Entity
@Table(name = "admin_change")
public class AdminChangeRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "change_id")
    public Long changeId;
    @Column(name = "account_id")
    public String accountId;
    public Instant at;
    @Column(name = "actor_pid")
    public UUID actorPid;
    @Column(name = "actor_login")
    public String actorLogin;
    @Column(name = "actor_name")
    public String actorName;
    public String action;
    public String subject;
    @Column(name = "subject_id")
    public String subjectId;
    @Column(name = "subject_name")
    public String subjectName;
    public String before;
    public String after;
}
