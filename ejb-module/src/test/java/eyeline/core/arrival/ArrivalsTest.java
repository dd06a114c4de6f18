package eyeline.core.arrival;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who a client is, with the headers that honest proxies, careless ones and liars send. */
class ArrivalsTest {
    private static final String PROXY = "10.0.3.4";
    private static final Map<String, String> ENVIRONMENT = Map.of("EYELINE_TRUSTED_PROXIES", PROXY + ", 10.0.4.0/24, 2001:db8:7::/64",
            "EYELINE_PUBLIC_HOST", "calls.example.org");

    private static Arrival arrive(Map<String, String> environment, String peer, boolean tls, Map<String, List<String>> headers) {
        try {
            return Arrivals.configured(environment).of(new Arrivals.Peer(InetAddress.getByName(peer), tls),
                    name -> headers.getOrDefault(name, List.of()));
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    private static String client(String peer, Map<String, List<String>> headers) {
        return client(ENVIRONMENT, peer, headers);
    }

    private static String client(Map<String, String> environment, String peer, Map<String, List<String>> headers) {
        var arrival = arrive(environment, peer, true, headers);
        return ((Arrival.Served) arrival).client().getHostAddress();
    }

    private static Map<String, String> forwarded() {
        var environment = new HashMap<>(ENVIRONMENT);
        environment.put("EYELINE_PROXY_HEADER", "forwarded");
        return environment;
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-For", "Forwarded", "X-Real-IP"})
    void whoIsNoTrustedProxyIsNotBelieved(String header) {
        var headers = Map.of(header, List.of(header.equals("Forwarded") ? "for=203.0.113.9" : "203.0.113.9"));
        assertEquals("198.51.100.7", client("198.51.100.7", headers));
        assertEquals("10.0.3.5", client("10.0.3.5", headers));
        assertEquals("10.0.3.5", client(forwarded(), "10.0.3.5", headers));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "198.51.100.7                                   | 198.51.100.7",
        "198.51.100.7:5123                              | 198.51.100.7",
        "203.0.113.9, 198.51.100.7                      | 198.51.100.7",
        "203.0.113.9 ,198.51.100.7, 10.0.4.200          | 198.51.100.7",
        "203.0.113.9, 198.51.100.7, 10.0.4.2, 10.0.3.4  | 198.51.100.7",
        "2001:db8:1::9                                  | 2001:db8:1:0:0:0:0:9",
        "[2001:db8:1::9]                                | 2001:db8:1:0:0:0:0:9",
        "[2001:db8:1::9]:443                            | 2001:db8:1:0:0:0:0:9",
        "2001:db8:1::9, 2001:db8:7::1                   | 2001:db8:1:0:0:0:0:9",
        "::ffff:198.51.100.7                            | 198.51.100.7",
        "10.0.4.9                                       | 10.0.4.9",
    })
    void theLastAddressThatIsNoProxyIsTheClient(String value, String client) {
        assertEquals(client, client(PROXY, Map.of("X-Forwarded-For", List.of(value))));
    }

    @Test
    void severalLinesAreOneList() {
        assertEquals("198.51.100.7", client(PROXY, Map.of("X-Forwarded-For", List.of("203.0.113.9", "198.51.100.7, 10.0.4.1"))));
        assertEquals("198.51.100.7", client(PROXY, Map.of("X-Forwarded-For", List.of("203.0.113.9, 203.0.113.10", "198.51.100.7"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "_hidden", "", ",", "198.51.100.7.example.org", "198.51.100.256", "1.2.3", "198.51.100.7 203.0.113.9", "[198.51.100.7]",
        "2001:db8::1::2", "[2001:db8::1", "fe80::1%eth0", "localhost", "198.51.100.7:99999999", "203.0.113.9, unknown", "\u0000", "::::::::::::::::::::::::::"})
    void whatHidesTheClientOrIsNoAddressCountsByWhoWroteIt(String value) {
        assertEquals(PROXY, client(PROXY, Map.of("X-Forwarded-For", List.of(value))));
        assertEquals("10.0.4.1", client(PROXY, Map.of("X-Forwarded-For", List.of("203.0.113.9, " + value + ", 10.0.4.1"))));
    }

    @Test
    void aHundredEntriesAreReadFromTheEndAndNoFurtherThanAnyWayOfOnesOwn() {
        var hundred = IntStream.range(0, 100).mapToObj(i -> "203.0.113." + i).collect(Collectors.joining(", "));
        assertEquals("203.0.113.99", client(PROXY, Map.of("X-Forwarded-For", List.of(hundred))));
        var proxies = "198.51.100.7" + ", 10.0.4.1".repeat(Arrivals.HOPS);
        assertEquals("10.0.4.1", client(PROXY, Map.of("X-Forwarded-For", List.of(proxies))));
        var fewer = "198.51.100.7" + ", 10.0.4.1".repeat(Arrivals.HOPS - 1);
        assertEquals("198.51.100.7", client(PROXY, Map.of("X-Forwarded-For", List.of(fewer))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "for=198.51.100.7                                                       | 198.51.100.7",
        "For=\"198.51.100.7:47011\";proto=https;by=203.0.113.43                 | 198.51.100.7",
        "for=203.0.113.9, for=\"[2001:db8:cafe::17]:4711\"                      | 2001:db8:cafe:0:0:0:0:17",
        "for=\"203.0.113.9, for=1.1.1.1\";by=\"a;b\", for=198.51.100.7          | 198.51.100.7",
        "for=198.51.100.7;host=\"x\\\", for=203.0.113.9\"                       | 198.51.100.7",
        "for=203.0.113.9;for=198.51.100.7                                       | 198.51.100.7",
        "for=198.51.100.7, for=10.0.4.8                                         | 198.51.100.7",
        "for=203.0.113.9, for=unknown                                           | 10.0.3.4",
        "for=203.0.113.9, for=_SEVKISEK                                         | 10.0.3.4",
        "for=203.0.113.9, by=10.0.3.4                                           | 10.0.3.4",
        "for=203.0.113.9, for=\"198.51.100.7                                    | 10.0.3.4",
        "=;==,;                                                                 | 10.0.3.4",
    })
    void theStandardHeaderIsReadWhereItIsTheProxys(String value, String client) {
        assertEquals(client, client(forwarded(), PROXY, Map.of("Forwarded", List.of(value))));
    }

    @Test
    void theKindOfHeaderThatTheProxyDoesNotWriteIsTheClientsOwn() {
        var both = Map.of("X-Forwarded-For", List.of("198.51.100.7"), "Forwarded", List.of("for=203.0.113.9"));
        assertEquals("198.51.100.7", client(PROXY, both));
        assertEquals("203.0.113.9", client(forwarded(), PROXY, both));
        assertEquals(PROXY, client(PROXY, Map.of("Forwarded", List.of("for=203.0.113.9"))));
        assertEquals(PROXY, client(forwarded(), PROXY, Map.of("X-Forwarded-For", List.of("203.0.113.9"))));
    }

    @Test
    void plainHttpIsForTrustedProxiesAlone() {
        var secure = Map.of("X-Forwarded-Proto", List.of("https"), "X-Forwarded-For", List.of("198.51.100.7"));
        assertEquals(403, refused(arrive(ENVIRONMENT, "198.51.100.7", false, secure)));
        assertEquals(403, refused(arrive(Map.of("EYELINE_PUBLIC_HOST", "calls.example.org"), PROXY, false, secure)));
        assertTrue(arrive(ENVIRONMENT, PROXY, false, secure) instanceof Arrival.Served);
        assertTrue(arrive(forwarded(), PROXY, false, Map.of("Forwarded", List.of("for=198.51.100.7;proto=HTTPS"))) instanceof Arrival.Served);
    }

    @Test
    void plainHttpIsRefusedUnlessTheNearestProxySaysThatTheClientUsedHttps() {
        for (var proto : List.of(List.<String>of(), List.of("http"), List.of("https, http"), List.of("https", "http"), List.of("httpss"), List.of(""))) {
            assertEquals(403, refused(arrive(ENVIRONMENT, PROXY, false, Map.of("X-Forwarded-Proto", proto))), proto.toString());
        }
        for (var value : List.of("for=198.51.100.7", "proto=https, for=198.51.100.7", "proto=https, proto=http")) {
            assertEquals(403, refused(arrive(forwarded(), PROXY, false, Map.of("Forwarded", List.of(value)))), value);
        }
        assertEquals(403, refused(arrive(forwarded(), PROXY, false, Map.of("X-Forwarded-Proto", List.of("https")))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "localhost:8443", "LOCALHOST:1", "127.0.0.1:8443", "127.3.2.1", "[::1]:8443"})
    void withoutAPublicAddressTheMachineItselfIsAnswered(String host) {
        assertTrue(arrive(Map.of(), "127.0.0.1", true, Map.of("Host", List.of(host))) instanceof Arrival.Served);
    }

    @ParameterizedTest
    @ValueSource(strings = {"calls.example.org", "10.0.3.4:8443", "localhost.example.org", "127.0.0.1.example.org", "example.org:localhost", "[::2]", "", "localhost@evil"})
    void withoutAPublicAddressNobodyElseIs(String host) {
        assertEquals(421, refused(arrive(Map.of(), "127.0.0.1", true, Map.of("Host", List.of(host)))));
    }

    @Test
    void withAPublicAddressTheHostOfARequestIsNoMatter() {
        for (var host : List.of("evil.example", "node-1:8443", "")) {
            assertTrue(arrive(ENVIRONMENT, "198.51.100.7", true, Map.of("Host", List.of(host))) instanceof Arrival.Served, host);
        }
        assertTrue(arrive(ENVIRONMENT, "198.51.100.7", true, Collections.emptyMap()) instanceof Arrival.Served);
    }

    private static int refused(Arrival arrival) {
        return ((Arrival.Refused) arrival).status();
    }
}
