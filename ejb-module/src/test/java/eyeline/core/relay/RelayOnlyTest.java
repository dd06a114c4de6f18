package eyeline.core.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RelayOnlyTest {
    private static final String RELAY = "candidate:3 1 udp 41885439 198.51.100.9 50000 typ relay raddr 192.0.2.7 rport 54321 generation 0";

    @ParameterizedTest
    @ValueSource(strings = {
        "candidate:1 1 udp 2122260223 192.0.2.7 54321 typ host",
        "candidate:1 1 udp 2122260223 2001:db8::7 54321 typ host",
        "candidate:1 1 UDP 2122260223 192.0.2.7 54321 TYP HOST",
        "candidate:1 1 udp 2122260223 0a1b.local 54321 typ host",
        "candidate:2 1 udp 1686052607 203.0.113.4 54321 typ srflx raddr 192.0.2.7 rport 54321",
        "candidate:2 1 udp 1686052607 203.0.113.4 54321 typ prflx",
        "candidate:2 1 udp 1 203.0.113.4 54321 typ\thost",
        "candidate:2 1 udp 1 203.0.113.4 54321 typ host typ relay",
        "candidate:2 1 udp 1 203.0.113.4 54321",
        "nonsense"})
    void dropsEveryCandidateThatIsNotRelay(String line) {
        assertEquals(Optional.empty(), RelayOnly.filter(trickled(line)));
        assertFalse(sdp("v=0\r\na=" + line + "\r\n").contains("203.0.113.4"));
    }

    @Test
    void keepsARelayedCandidateWithoutTheAddressBehindIt() {
        var kept = RelayOnly.filter(trickled(RELAY)).orElseThrow();
        assertTrue(kept.contains("198.51.100.9 50000 typ relay"), kept);
        assertFalse(kept.contains("192.0.2.7") || kept.contains("54321"), kept);
        assertTrue(kept.contains("\"sdpMid\":\"0\"") && kept.contains("\"usernameFragment\":\"Zk9q\""), kept);
    }

    @Test
    void keepsTheEndOfCandidates() {
        assertTrue(RelayOnly.filter("{\"kind\":\"candidate\",\"candidate\":null}").isPresent());
        assertTrue(RelayOnly.filter(trickled("")).isPresent());
    }

    @Test
    void cleansADescription() {
        var clean = sdp("v=0\r\no=- 1 2 IN IP4 127.0.0.1\r\nc=IN IP4 192.0.2.7\r\na=rtcp:54321 IN IP4 192.0.2.7\r\n"
                + "a=candidate:1 1 udp 1 192.0.2.7 54321 typ host\r\na=" + RELAY + "\r\nA = candidate:1 1 udp 1 192.0.2.7 1 typ host\n"
                + "a=mid:0\r\n");
        assertFalse(clean.contains("192.0.2.7"), clean);
        assertTrue(clean.contains("typ relay") && clean.contains("c=IN IP4 0.0.0.0") && clean.endsWith("a=mid:0\r\n"), clean);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0085", "\u2028", "\u2029", "\u000b", "\f"})
    void noLineEndThatOnlyJavaKnowsHidesAnAddress(String end) {
        for (var line : List.of("a=candidate:1 1 udp 1 192.0.2.7 54321 typ host" + end, "a=candidate:1 1 udp 1 192.0.2.7 54321 typ host " + end + " generation 0",
                "c=IN IP4 192.0.2.7" + end, "a=rtcp:54321 IN IP4 192.0.2.7" + end)) {
            assertFalse(sdp("v=0\r\n" + line + "\r\n").contains("192.0.2.7"), line);
        }
    }

    @Test
    void aDecoyBesideADescriptionHidesNothing() {
        var kept = RelayOnly.filter("{\"kind\":\"description\",\"candidate\":{\"candidate\":\"\"},\"description\":{\"type\":\"offer\",\"sdp\":"
                + "\"v=0\\r\\na=candidate:1 1 udp 1 192.0.2.7 54321 typ host\\r\\n\"}}").orElseThrow();
        assertFalse(kept.contains("192.0.2.7"), kept);
    }

    private static String trickled(String line) {
        return Json.createObjectBuilder().add("kind", "candidate").add("candidate", Json.createObjectBuilder()
                .add("candidate", line).add("sdpMid", "0").add("sdpMLineIndex", 0).add("usernameFragment", "Zk9q")).build().toString();
    }

    private static String sdp(String sdp) {
        var signal = Json.createObjectBuilder().add("kind", "description").add("description",
                Json.createObjectBuilder().add("type", "offer").add("sdp", sdp)).build().toString();
        try (var reader = Json.createReader(new StringReader(RelayOnly.filter(signal).orElseThrow()))) {
            JsonObject filtered = reader.readObject();
            return filtered.getJsonObject("description").getString("sdp");
        }
    }
}
