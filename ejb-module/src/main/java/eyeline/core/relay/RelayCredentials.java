package eyeline.core.relay;

import eyeline.core.account.Account;
import eyeline.core.account.IceServer;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Makes what a participant of an accepted call is told of the account's STUN and TURN servers. A shared secret becomes a
 * credential of the TURN REST scheme (draft-uberti-behave-turn-rest-00): user name {@code <expiry>:<id>}, password the HMAC-SHA1
 * of it. A relay counts its quota by the id ({@link RelayNames}), which tells nobody who it is.
 */
public final class RelayCredentials {
    /** What a check before a call is given lasts as long as a check. */
    public static final Duration CHECK_LIFE = Duration.ofSeconds(120);

    private RelayCredentials() {
    }

    public static MediaConnection of(Account account, String participantId, Instant now) {
        return new MediaConnection(account.relayOnly(),
                account.iceServers().stream().map(server -> of(server, account.credentialLife(), RelayNames.ofParticipant(participantId), now)).toList(),
                account.bitrateKbps(), account.voiceBitrateKbps());
    }

    /** For a check before a call, by who works here. */
    public static MediaConnection forCheckByMember(Account account, String personId, Instant now) {
        return forCheck(account, server -> true, RelayNames.ofCheckByMember(personId), now);
    }

    /**
     * For a check before a call, by a consumer: without a password that lasts, since everybody may become one. {@code address}: by
     * which the asker's address is counted.
     */
    public static MediaConnection forCheckByConsumer(Account account, String address, Instant now) {
        return forCheck(account, server -> !withheld(server), RelayNames.ofCheckByConsumer(address), now);
    }

    private static MediaConnection forCheck(Account account, Predicate<IceServer> told, String name, Instant now) {
        var servers = account.iceServers().stream().filter(told).map(server -> of(server, CHECK_LIFE, name, now)).toList();
        return new MediaConnection(account.relayOnly(), servers, account.bitrateKbps(), account.voiceBitrateKbps());
    }

    /** Whether a consumer is told of this server in a call alone. */
    public static boolean withheld(IceServer server) {
        return server.credential() == IceServer.Credential.FIXED;
    }

    /** {@code name}: one of {@link RelayNames}. */
    static MediaConnection.Server of(IceServer server, Duration life, String name, Instant now) {
        return switch (server.credential()) {
            case NONE -> new MediaConnection.Server(server.url(), Optional.empty(), Optional.empty());
            case FIXED -> new MediaConnection.Server(server.url(), server.username(), server.secret());
            case SHARED_SECRET -> {
                var username = now.plus(life).getEpochSecond() + ":" + name;
                yield new MediaConnection.Server(server.url(), Optional.of(username),
                        Optional.of(Base64.getEncoder().encodeToString(Hmac.sha1(server.secret().orElseThrow(), username))));
            }
        };
    }
}
