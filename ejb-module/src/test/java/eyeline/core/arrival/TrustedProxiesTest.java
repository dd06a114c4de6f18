package eyeline.core.arrival;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "10.0.3.4                | 10.0.3.4          | true",
        "10.0.3.4                | 10.0.3.5          | false",
        "10.0.3.0/24             | 10.0.3.255        | true",
        "10.0.3.77/24            | 10.0.3.1          | true",
        "10.0.3.0/24             | 10.0.4.0          | false",
        "10.0.3.128/25           | 10.0.3.127        | false",
        "10.0.0.0/8              | 10.255.255.255    | true",
        "2001:db8:7::/64         | 2001:db8:7::ffff  | true",
        "2001:db8:7::/64         | 2001:db8:7:1::1   | false",
        "2001:db8:7::1           | 2001:db8:7::1     | true",
        "10.0.3.4                | ::ffff:10.0.3.4   | true",
        "::ffff:10.0.3.4         | 10.0.3.4          | true",
        "::1                     | 127.0.0.1         | false",
        "127.0.0.1, ::1          | ::1               | true",
        "' , 10.0.3.4 ,'         | 10.0.3.4          | true",
        "''                      | 127.0.0.1         | false",
    })
    void whoIsNamedIsTrusted(String named, String peer, boolean trusted) throws Exception {
        assertEquals(trusted, TrustedProxies.of(named).have(InetAddress.getByName(peer)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example.org", "localhost", "10.0.3", "10.0.3.256", "10.0.3.4:80", "10.0.3.4/", "10.0.3.4/33", "10.0.3.4/-1", "10.0.3.4/24/24", "0.0.0.0/0",
        "10.0.0.0/7", "::/0", "2001::/31", "::1/129", "[::1]", "10.0.3.4;10.0.3.5", "*"})
    void whatIsNoProxyIsRefusedInWords(String named) {
        var no = assertThrows(IllegalArgumentException.class, () -> TrustedProxies.of("10.0.3.4," + named));
        assertTrue(no.getMessage().startsWith("EYELINE_TRUSTED_PROXIES: '" + named.split(",")[0] + "' ") && no.getMessage().endsWith("."), no.getMessage());
    }

    @Test
    void thereAreNotMoreThanThis() {
        var most = IntStream.range(0, TrustedProxies.MOST).mapToObj(i -> "10.0.0." + i).collect(Collectors.joining(","));
        TrustedProxies.of(most);
        assertThrows(IllegalArgumentException.class, () -> TrustedProxies.of(most + ",10.0.1.1"));
    }

    @Test
    void anotherKindOfHeaderIsRefusedInWords() {
        var no = assertThrows(IllegalArgumentException.class, () -> ProxyHeader.of(java.util.Optional.of("X-Real-IP")));
        assertEquals("EYELINE_PROXY_HEADER is 'X-Real-IP'; it takes X-Forwarded-For or Forwarded.", no.getMessage());
    }
}
