package eyeline.core.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RelayTargetTest {

    @Test
    void areWhatAnAddressMeans() {
        assertEquals("UDP 3478, TCP 3478, TLS 5349", targets("turn:turn.example.org"));
        assertEquals("UDP 3478, TCP 3478, TLS 5349", targets("turns:turn.example.org:5349"));
        assertEquals("UDP 4444, TCP 4444, TLS 4444", targets("turn:turn.example.org:4444"));
        assertEquals("UDP 5004", targets("turn:turn.example.org:5004?transport=udp"));
        assertEquals("TCP 3478", targets("turn:[2001:db8::1]?transport=tcp"));
        assertEquals("TLS 443", targets("turns:turn.example.org:443?transport=tcp"));
        assertEquals("UDP 3478", targets("stun:turn.example.org"));
        assertEquals("TLS 5349", targets("stuns:turn.example.org"));
        assertEquals("2001:db8::1", RelayTarget.of("turn:[2001:db8::1]?transport=tcp").get(0).host());
    }

    @Test
    void areNeverWhereAMachineTellsOfItself() throws Exception {
        for (var address : new String[] {"169.254.169.254", "0.0.0.0", "224.0.0.1", "fe80::1", "::"}) {
            assertTrue(RelayProbe.nobodys(InetAddress.getByName(address)), address);
        }
        assertFalse(RelayProbe.nobodys(InetAddress.getByName("192.0.2.1")));
    }

    private static String targets(String url) {
        return RelayTarget.of(url).stream().map(t -> t.transport() + " " + t.port()).collect(Collectors.joining(", "));
    }
}
