package eyeline.store.account;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.HashSet;
import java.util.Set;

/** A brand and its call settings. */
@Entity
@Table(name = "account")
public class AccountRow {
    @Id
    @Column(name = "account_id")
    public String accountId;
    public String name;
    public boolean enabled;
    @Column(name = "anonymous_sign_up")
    public boolean anonymousSignUp;
    public boolean voice;
    public boolean video;
    /** The operator's switches, above the account's own. */
    @Column(name = "voice_allowed")
    public boolean voiceAllowed = true;
    @Column(name = "video_allowed")
    public boolean videoAllowed = true;
    @Column(name = "agent_camera_off")
    public boolean agentCameraOff;
    @Column(name = "consumer_camera_off")
    public boolean consumerCameraOff;
    @Column(name = "invitation_seconds")
    public int invitationSeconds;
    @Column(name = "calls_per_agent")
    public int callsPerAgent;
    @Version
    public long version;

    /** Exact origins of the brand's websites. */
    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "account_origin", joinColumns = @JoinColumn(name = "account_id"))
    @Column(name = "origin")
    public Set<String> origins = new HashSet<>();
}
