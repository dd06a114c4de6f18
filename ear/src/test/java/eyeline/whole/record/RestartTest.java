package eyeline.whole.record;

import static org.junit.jupiter.api.Assertions.assertTrue;

import eyeline.whole.OnTheProduct;
import eyeline.whole.Product;
import eyeline.whole.Sql;
import eyeline.whole.wire.Scene;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A call to which nobody comes back after the server died: how long it was, and since when it waits. */
@OnTheProduct
@Order(Integer.MAX_VALUE)
class RestartTest {
    private final Product product;

    RestartTest(Product product) {
        this.product = product;
    }

    @Test
    void itLastedUntilSomebodyWasLastSeenInItAndTheWaitDoesNotBeginAnewWithEachRestart() throws Exception {
        var scene = Scene.of(product);
        var call = Sql.uuid(scene.talks(Scene.VIDEO));
        product.kill();
        // two minutes but a second ago a restart before this one found nobody in it
        product.owner().update("""
                update open_call set alive_at = (select max(at) from call_event where call_id = ?) + interval '7 seconds',
                    waiting_since = now() - interval '119 seconds' where call_id = ?""", call, call);
        product.restart();
        try (var tab = scene.consumer().opensTab()) {
            tab.listens(scene.conversation(), 0);
            var end = tab.event(event -> event.toString().contains("SERVER_SHUTDOWN")).toString();
            assertTrue(end.contains("\"durationMs\":7000"), end);
            tab.closes(scene.conversation());
        }
    }
}
