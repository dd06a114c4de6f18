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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RelayCredentialsTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_790_000_010);
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
        var fixed = of(new IceServer("turn:turn.example.org", IceServer.Credential.FIXED, Optional.of("eyeline"), Optional.of("pass")));
        assertEquals(Optional.of("eyeline"), fixed.username());
        assertEquals(Optional.of("pass"), fixed.credential());
        var none = of(new IceServer("stun:turn.example.org", IceServer.Credential.NONE, Optional.empty(), Optional.empty()));
        assertEquals(Optional.empty(), none.credential());
    }

    private static MediaConnection.Server of(IceServer server) {
        var account = new Account(new AccountId("1"), "Brand", true, true, true, true, true, false, false, true, List.of(server),
                Duration.ofSeconds(180), 2600, 64, Duration.ofSeconds(120), 1, false, "en", Set.of());
        return RelayCredentials.of(account, PERSON, NOW).iceServers().get(0);
    }
}
