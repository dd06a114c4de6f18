package eyeline.web.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BodiesOnTheWayTest {
    private final BodiesOnTheWay onTheWay = new BodiesOnTheWay();

    @Test
    void anAddressMayHaveSoManyAndAnotherIsNotConcerned() {
        var mine = begins("192.0.2.1", HttpLimits.BODIES_ON_THE_WAY);
        assertTrue(onTheWay.begins("192.0.2.1").isEmpty());
        assertTrue(onTheWay.begins("192.0.2.2").isPresent());
        mine.get(0).ends();
        mine.get(0).ends();
        assertTrue(onTheWay.begins("192.0.2.1").isPresent(), "one has ended");
        assertTrue(onTheWay.begins("192.0.2.1").isEmpty(), "an end counts once");
    }

    @Test
    void theLimitIsOfWhereABodyGoes() {
        assertEquals(HttpLimits.BODY_BYTES, BodySizes.limit("/api/account/1/login"));
        assertEquals(HttpLimits.CHECK_UPLOAD_BYTES, BodySizes.limit("/api/account/1/check/upload"));
        assertEquals(HttpLimits.CONFIGURATION_BYTES, BodySizes.limit("/api/account/1/configuration/texts"));
    }

    private List<BodiesOnTheWay.Counted> begins(String address, int bodies) {
        var all = new ArrayList<BodiesOnTheWay.Counted>();
        for (int i = 0; i < bodies; i++) {
            all.add(onTheWay.begins(address).orElseThrow());
        }
        return all;
    }
}
