package eyeline.web.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

class AddressKeyTest {

    @Test
    void countsAnIpv6AddressByItsNetwork() {
        assertEquals(AddressKey.of("2001:db8:1:2::1"), AddressKey.of("2001:0db8:0001:0002:ffff:0:0:9"));
        assertNotEquals(AddressKey.of("2001:db8:1:2::1"), AddressKey.of("2001:db8:1:3::1"));
    }

    @Test
    void countsAnIpv4AddressByItselfHoweverItIsWritten() {
        assertEquals("192.0.2.7", AddressKey.of("192.0.2.7"));
        assertEquals("192.0.2.7", AddressKey.of("::ffff:192.0.2.7"));
    }
}
