package eyeline.core.arrival;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressTest {

    @ParameterizedTest
    @CsvSource({
        "calls.example.org, https://calls.example.org",
        "CALLS.Example.org, https://calls.example.org",
        "' calls.example.org ', https://calls.example.org",
        "calls.example.org:443, https://calls.example.org",
        "calls.example.org:8443, https://calls.example.org:8443",
        "localhost:8443, https://localhost:8443",
        "192.0.2.7, https://192.0.2.7",
        "[2001:db8::7]:8443, https://[2001:db8::7]:8443",
        "xn--bcher-kva.example, https://xn--bcher-kva.example",
    })
    void aHostIsAnAddress(String host, String address) {
        assertEquals(address, PublicAddress.configured(Map.of("EYELINE_PUBLIC_HOST", host)).orElseThrow().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://calls.example.org", "calls.example.org/eyeline", "calls.example.org:", "calls.example.org:0", "calls.example.org:65536", "calls..example.org",
        ".example.org", "calls.example.org.", "calls example.org", "calls_1.example.org", "me@example.org", "192.0.2.256", "192.0.2", "[2001:db8::7", "2001:db8::7", "[::1::]",
        "-a.example", "calls.example.org:8443:1", "*.example.org", "bücher.example", "calls.example.org\nevil"})
    void whatIsNoHostIsRefusedInOneSentence(String host) {
        var no = assertThrows(IllegalArgumentException.class, () -> PublicAddress.configured(Map.of("EYELINE_PUBLIC_HOST", host)));
        assertTrue(no.getMessage().startsWith("EYELINE_PUBLIC_HOST is '") && no.getMessage().contains("calls.example.org:8443"), no.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.example.org/eyeline, www.example.org, /eyeline",
        "https://www.example.org/eyeline/, www.example.org, /eyeline",
        "HTTPS://WWW.example.org:8443/Our/calls, www.example.org:8443, /Our/calls",
        "https://calls.example.org, calls.example.org, ''",
        "https://calls.example.org/, calls.example.org, ''",
    })
    void anAddressMayHaveAPath(String text, String authority, String path) {
        var address = PublicAddress.configured(Map.of("EYELINE_PUBLIC_ADDRESS", text)).orElseThrow();
        assertEquals(authority, address.authority());
        assertEquals("https://" + authority, address.origin());
        assertEquals(path, address.path());
    }

    @ParameterizedTest
    @ValueSource(strings = {"calls.example.org", "http://calls.example.org", "https://", "https:///eyeline", "https://calls.example.org//", "https://calls.example.org/a//b",
        "https://calls.example.org/..", "https://calls.example.org/a/../b", "https://calls.example.org/a?b", "https://calls.example.org/a#b", "https://calls.example.org/a b",
        "https://calls.example.org/%2e", "https://me@calls.example.org/", "https://calls.example.org/\"", "wss://calls.example.org"})
    void whatIsNoAddressIsRefusedInOneSentence(String text) {
        var no = assertThrows(IllegalArgumentException.class, () -> PublicAddress.configured(Map.of("EYELINE_PUBLIC_ADDRESS", text)));
        assertTrue(no.getMessage().startsWith("EYELINE_PUBLIC_ADDRESS is '"), no.getMessage());
    }

    @Test
    void bothMayBeNamedIfTheyAreOne() {
        var both = Map.of("EYELINE_PUBLIC_HOST", "www.example.org", "EYELINE_PUBLIC_ADDRESS", "https://www.example.org/eyeline");
        assertEquals("https://www.example.org/eyeline", PublicAddress.configured(both).orElseThrow().toString());
        assertThrows(IllegalArgumentException.class, () -> PublicAddress.configured(
                Map.of("EYELINE_PUBLIC_HOST", "calls.example.org", "EYELINE_PUBLIC_ADDRESS", "https://www.example.org/eyeline")));
    }

    @ParameterizedTest
    @CsvSource({
        "/agent/#sso=1, https://www.example.org/eyeline/agent/#sso=1",
        "https://www.example.org/agent/, https://www.example.org/eyeline/agent/",
        "https://www.example.org/eyeline/agent/, https://www.example.org/eyeline/agent/",
        "/eyeline/agent/, /eyeline/agent/",
        "/eyelines, https://www.example.org/eyeline/eyelines",
        "https://login.example.org/realm, https://login.example.org/realm",
        "https://www.example.org.evil/, https://www.example.org.evil/",
        "//evil.example/, //evil.example/",
    })
    void aRedirectLeadsBelowThePath(String location, String below) {
        assertEquals(below, new PublicAddress("www.example.org", 443, "/eyeline").within(location));
        assertEquals(location, new PublicAddress("www.example.org", 443, "").within(location));
    }

    @Test
    void theLogInOfTheOrganisationNeedsAHostOfItsOwn() {
        var no = assertThrows(IllegalArgumentException.class, () -> Arrivals.configured(
                Map.of("EYELINE_PUBLIC_ADDRESS", "https://www.example.org/eyeline", "EYELINE_OIDC_ACCOUNTS", "10000001")));
        assertTrue(no.getMessage().contains("host of its own"), no.getMessage());
    }

    @Test
    void nothingNamedIsNothing() {
        assertEquals(Optional.empty(), PublicAddress.configured(Map.of("EYELINE_PUBLIC_HOST", " ")));
    }
}
