package eyeline.store.account;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
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
    @Column(name = "relay_only")
    public boolean relayOnly;
    /** 0: for ever. */
    @Column(name = "retention_days")
    public int retentionDays;
    @Column(name = "messages_per_minute")
    public int messagesPerMinute = 60;
    @Column(name = "conversation_messages")
    public int conversationMessages = 10_000;
    @Column(name = "conversation_megabytes")
    public int conversationMegabytes = 20;
    @Column(name = "credential_seconds")
    public int credentialSeconds = 180;
    @Column(name = "bitrate_kbps")
    public int bitrateKbps = 2600;
    @Column(name = "voice_bitrate_kbps")
    public int voiceBitrateKbps = 64;
    @Column(name = "consumer_may_ask")
    public boolean consumerMayAsk;
    public String language = "en";
    public String tracker = "NONE";
    @Column(name = "tracker_id")
    public String trackerId;
    @Version
    public long version;

    /** Exact origins of the brand's websites. */
    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "account_origin", joinColumns = @JoinColumn(name = "account_id"))
    @Column(name = "origin")
    public Set<String> origins = new HashSet<>();

    /** STUN and TURN servers in their order. */
    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "ice_server", joinColumns = @JoinColumn(name = "account_id"))
    @OrderColumn(name = "position")
    public List<IceServer> iceServers = new ArrayList<>();

    /** Texts that differ from the defaults. */
    @ElementCollection
    @CollectionTable(name = "account_text", joinColumns = @JoinColumn(name = "account_id"))
    public Set<Text> texts = new HashSet<>();

    /** A STUN or TURN server; {@code secret} is a password or a shared secret. */
    @Embeddable
    public static class IceServer {
        public String url;
        public String credential;
        public String username;
        public String secret;
    }

    /** One text in one language. */
    @Embeddable
    public static class Text {
        public String language;
        @Column(name = "text_key")
        public String key;
        public String text;

        public Text() {
        }

        public Text(String language, String key, String text) {
            this.language = language;
            this.key = key;
            this.text = text;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Text t && t.language.equals(language) && t.key.equals(key) && t.text.equals(text);
        }

        @Override
        public int hashCode() {
            return Objects.hash(language, key, text);
        }
    }
}
