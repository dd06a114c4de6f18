package eyeline.whole.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eyeline.whole.OnTheProduct;
import eyeline.whole.Product;
import eyeline.whole.wire.Body;
import eyeline.whole.wire.Brand;
import eyeline.whole.wire.Desk;
import eyeline.whole.wire.Elsewhere;
import eyeline.whole.wire.Scene;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How much of a relay (coturn as in production) strangers can have who are in no call, and who can have it all the same. */
@OnTheProduct
class RelayWithoutCallTest {
    private static final int ADDRESSES = 50;
    private static final int ALLOCATIONS_AN_ADDRESS = 15;
    /** total-quota of turnserver.conf. */
    private static final int RELAY = 6000;

    private final Product product;
    private final Brand brand;

    RelayWithoutCallTest(Product product) {
        this.product = product;
        brand = new Brand(product);
        brand.user("agent", "AGENT");
    }

    @Test
    void fiftyAddressesGetLessThanATenthOfItAndACallGetsWhatItNeeds() throws IOException {
        // refused ones are kept too: the next client must not come from the port of one
        var asked = new ArrayList<Allocation>();
        try (var relay = Relay.on(product); var scene = Scene.in(product, brand, "agent")) {
            Brand.made(brand.admin().change(brand.configuration("calls"), Body.of("iceServers", List.of(relay.server(relay.udp())))));
            for (int i = 0; i < ADDRESSES; i++) {
                var somebody = new Elsewhere(product, "127.0.0." + (100 + i));
                ask(relay, server(somebody.servers(brand.account(), somebody.signsUp(brand.account()))), asked);
            }
            assertTrue(granted(asked) < RELAY / 10, granted(asked) + " allocations");

            var call = scene.accepted(Scene.VIDEO);
            for (var side : List.<Desk>of(scene.agent(), scene.tab())) {
                var before = granted(asked);
                ask(relay, server(side.call(call, "ACCEPTED").getJsonObject("connection")), asked);
                assertEquals(before + ALLOCATIONS_AN_ADDRESS, granted(asked), "in a call");
            }
        } finally {
            asked.forEach(Allocation::close);
        }
    }

    private static void ask(Relay relay, JsonObject credential, List<Allocation> asked) throws IOException {
        for (int i = 0; i < ALLOCATIONS_AN_ADDRESS; i++) {
            asked.add(Allocation.asked(relay, credential));
        }
    }

    private static long granted(List<Allocation> asked) {
        return asked.stream().filter(Allocation::granted).count();
    }

    private static JsonObject server(JsonObject connection) {
        return connection.getJsonArray("iceServers").getJsonObject(0);
    }
}
