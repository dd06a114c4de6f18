package eyeline.web.http;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class AddressRatesTest {
    private final AddressRates rates = new AddressRates();

    @Test
    void howeverManyPeopleWriteNobodysLogInsAreForgotten() {
        rates.clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
        for (int i = 0; i < HttpLimits.LOGINS_BURST; i++) {
            assertTrue(rates.take("192.0.2.1", AddressRates.Kind.LOGINS));
        }
        // more than are remembered of a kind
        for (int person = 0; person < 2 * HttpLimits.ADDRESSES + 2; person++) {
            rates.take("10000001/" + person, AddressRates.Kind.SOCKETS_OF_PERSON);
        }
        assertFalse(rates.take("192.0.2.1", AddressRates.Kind.LOGINS));
    }
}
