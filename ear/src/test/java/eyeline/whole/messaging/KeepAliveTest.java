package eyeline.whole.messaging;

import static org.junit.jupiter.api.Assertions.assertTrue;

import eyeline.whole.OnTheProduct;
import eyeline.whole.Product;
import java.time.Duration;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** K2: a ping counts as activity. Nearly last, because it looks at what has been going on beside all the others. */
@OnTheProduct
@Order(Integer.MAX_VALUE - 1)
class KeepAliveTest {

    @Test
    void aClientThatOnlyPingsLivesLongerThanThreeMinutes(Product product) {
        assertTrue(product.pinging().livesFor(Duration.ofSeconds(200)));
        product.pinging().wire().expect("GetClock", null);
        assertTrue(product.pinging().wire().pongs() >= 3);
    }
}
