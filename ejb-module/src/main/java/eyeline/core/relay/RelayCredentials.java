package eyeline.core.relay;

import eyeline.core.account.Account;
import eyeline.core.account.IceServer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes what a participant of an accepted call is told of the account's STUN and TURN servers. A shared secret becomes a
 * credential of the TURN REST scheme (draft-uberti-behave-turn-rest-00): user name {@code <expiry>:<id>}, password the HMAC-SHA1
 * of it. The id is the same for a participant each time, because coturn counts its quota by it, and tells nobody who it is.
 */
public final class RelayCredentials {
    /** What a check before a call is given lasts as long as a check. */
    public static final Duration CHECK_LIFE = Duration.ofSeconds(120);
    /** Characters of the id: 72 bits. */
    private static final int ID = 12;

    private RelayCredentials() {
    }

    public static MediaConnection of(Account account, String participantId, Instant now) {
        return new MediaConnection(account.relayOnly(),
                account.iceServers().stream().map(server -> of(server, account.credentialLife(), participantId, now)).toList(),
                account.bitrateKbps(), account.voiceBitrateKbps());
    }

    /**
     * For a check before a call. A password that lasts is for those alone who work here ({@code known}): everybody may become a
     * consumer.
     */
    public static MediaConnection forCheck(Account account, String personId, boolean known, Instant now) {
        var servers = account.iceServers().stream().filter(server -> known || !withheld(server))
                .map(server -> of(server, CHECK_LIFE, "check " + personId, now)).toList();
        return new MediaConnection(account.relayOnly(), servers, account.bitrateKbps(), account.voiceBitrateKbps());
    }

    /** Whether a consumer is told of this server in a call alone. */
    public static boolean withheld(IceServer server) {
        return server.credential() == IceServer.Credential.FIXED;
    }

    static MediaConnection.Server of(IceServer server, Duration life, String participantId, Instant now) {
        return switch (server.credential()) {
            case NONE -> new MediaConnection.Server(server.url(), Optional.empty(), Optional.empty());
            case FIXED -> new MediaConnection.Server(server.url(), server.username(), server.secret());
            case SHARED_SECRET -> {
                var secret = server.secret().orElseThrow();
                var id = Base64.getUrlEncoder().encodeToString(hmac("participant", participantId)).substring(0, ID);
                var username = now.plus(life).getEpochSecond() + ":" + id;
                yield new MediaConnection.Server(server.url(), Optional.of(username),
                        Optional.of(Base64.getEncoder().encodeToString(hmac(secret, username))));
            }
        };
    }

    private static byte[] hmac(String key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), mac.getAlgorithm()));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
