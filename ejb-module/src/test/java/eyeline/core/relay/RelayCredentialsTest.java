package eyeline.core.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eyeline.core.account.Account;
import eyeline.core.account.AccountId;
import eyeline.core.account.IceServer;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RelayCredentialsTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_790_000_010);
    private static final IceServer RELAY = new IceServer("turn:turn.example.org", IceServer.Credential.SHARED_SECRET, Optional.empty(),
            Optional.of("north"));
    private static final IceServer FIXED = new IceServer("turn:turn.example.org", IceServer.Credential.FIXED, Optional.of("eyeline"),
            Optional.of("pass"));
    private static final String PERSON = "c0ffee00-2222-4b6e-8f7a-000000000001";

    @Test
    void aSharedSecretBecomesACredentialThatCoturnAccepts() {
        var server = of(new IceServer("turn:turn.example.org", IceServer.Credential.SHARED_SECRET, Optional.empty(), Optional.of("north")));
        var name = server.username().orElseThrow();
        assertTrue(name.matches("1790000190:[A-Za-z0-9_-]{12}"), name);
        // printf '%s' "$name" | openssl dgst -sha1 -hmac north -binary | base64
        assertEquals(28, server.credential().orElseThrow().length());
        assertFalse(name.contains("c0ffee"), "tells nobody who it is");
        assertEquals(name, of(new IceServer("turn:other.example.org", IceServer.Credential.SHARED_SECRET, Optional.empty(),
                Optional.of("south"))).username().orElseThrow(), "the same for a participant each time");
        assertNotEquals(server.credential(), of(new IceServer("turn:turn.example.org", IceServer.Credential.SHARED_SECRET,
                Optional.empty(), Optional.of("south"))).credential());
    }

    @Test
    void aFixedCredentialAndNoneAreToldAsTheyAre() {
        var fixed = of(FIXED);
        assertEquals(Optional.of("eyeline"), fixed.username());
        assertEquals(Optional.of("pass"), fixed.credential());
        var none = of(new IceServer("stun:turn.example.org", IceServer.Credential.NONE, Optional.empty(), Optional.empty()));
        assertEquals(Optional.empty(), none.credential());
    }

    @Test
    void manyIdentitiesAndAddressesHaveAFewNamesOfARelayBetweenThem() {
        var names = new TreeSet<String>();
        var members = new TreeSet<String>();
        for (int i = 0; i < 200; i++) {
            var account = account(new AccountId("" + i), RELAY);
            names.add(name(RelayCredentials.forCheckByConsumer(account, "192.0.2." + i, NOW)));
            members.add(name(RelayCredentials.forCheckByMember(account, UUID.randomUUID().toString(), NOW)));
        }
        assertEquals(RelayNames.CONSUMER_CHECKS, names.size());
        assertEquals(RelayNames.MEMBER_CHECKS, members.size());
        assertTrue(Collections.disjoint(names, members));
    }

    /** turnserver.conf and docs/operations/relay.md say the same numbers. */
    @Test
    void withoutACallLessThanATenthOfTheRelayCanBeHad() {
        var userQuota = 60;
        var totalQuota = 6000;
        assertTrue(RelayNames.CHECKS * userQuota < totalQuota / 10);
    }

    @Test
    void aConsumersCheckIsToldNoPasswordThatLasts() {
        var account = account(new AccountId("1"), FIXED);
        assertEquals(List.of(), RelayCredentials.forCheckByConsumer(account, "192.0.2.1", NOW).iceServers());
        assertEquals(1, RelayCredentials.forCheckByMember(account, PERSON, NOW).iceServers().size());
    }

    private static String name(MediaConnection connection) {
        return connection.iceServers().get(0).username().orElseThrow().split(":")[1];
    }

    private static MediaConnection.Server of(IceServer server) {
        return RelayCredentials.of(account(new AccountId("1"), server), PERSON, NOW).iceServers().get(0);
    }

    private static Account account(AccountId id, IceServer server) {
        return new Account(id, "Brand", true, true, true, true, true, false, false, true, List.of(server),
                Duration.ofSeconds(180), 2600, 64, Duration.ofSeconds(120), 1, false, "en", Set.of());
    }
}
