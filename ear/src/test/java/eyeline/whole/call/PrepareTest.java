package eyeline.whole.call;

import static eyeline.whole.wire.Scene.VIDEO;
import static eyeline.whole.wire.Scene.ok;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eyeline.whole.OnTheProduct;
import eyeline.whole.Product;
import eyeline.whole.wire.AgentDesk;
import eyeline.whole.wire.Scene;
import eyeline.whole.wire.Tab;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;

/** The offer that the agent's page makes while it rings: who is told of it, and until when. */
@OnTheProduct
class PrepareTest {
    private static final String SDP = "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n";
    private final Product product;

    PrepareTest(Product product) {
        this.product = product;
    }

    @Test
    void theOfferIsToldToEachTabWhileItRingsAndThenToTheOneThatHasAccepted() {
        try (var scene = Scene.of(product)) {
            var second = scene.consumer().opensTab();
            var call = scene.rings(VIDEO);
            ok(scene.agent().prepares(call, "offer", SDP));
            assertEquals(SDP, offer(scene.tab(), call, "INVITED"));
            assertEquals(SDP, offer(second, call, "INVITED"));
            ok(scene.tab().accepts(call, VIDEO));
            assertEquals(SDP, offer(scene.tab(), call, "ACCEPTED"));
            assertFalse(second.call(call, "ACCEPTED").containsKey("offer"));
            ok(scene.tab().joins(call));
            assertFalse(scene.tab().call(call, "CONSUMER_JOINED").containsKey("offer"));
            scene.agent().call(call, "CONSUMER_JOINED");
            assertTrue(scene.agent().wire().notifications("call.StateNotification").stream().noneMatch(state -> state.containsKey("offer")));
        }
    }

    @Test
    void onlyOneOfferIsPreparedAndOnlyWhileItRings() {
        try (var scene = Scene.of(product)) {
            var call = scene.rings(VIDEO);
            try (var elsewhere = AgentDesk.opens(product.api(), Scene.ACCOUNT, "agent1")) {
                assertEquals("NOT_THE_OWNER", body(elsewhere.prepares(call, "offer", SDP)).getString("reason"));
            }
            assertEquals("body.offer.type", body(scene.agent().prepares(call, "answer", SDP)).getString("field"));
            assertEquals("body.offer.sdp", body(scene.agent().prepares(call, "offer", "v".repeat(48 * 1024 + 1))).getString("field"));
            ok(scene.agent().prepares(call, "offer", SDP));
            assertEquals("WRONG_STATE", body(scene.agent().prepares(call, "offer", SDP)).getString("reason"));
            ok(scene.tab().accepts(call, VIDEO));
            assertEquals("WRONG_STATE", body(scene.agent().prepares(call, "offer", SDP)).getString("reason"));
        }
    }

    @Test
    void whatAPageHasPreparedGoesWithThePage() {
        try (var scene = Scene.of(product)) {
            var invited = body(ok(scene.agent().invites(scene.conversation(), VIDEO)));
            var call = invited.getString("callId");
            ok(scene.agent().prepares(call, "offer", SDP));
            assertEquals(SDP, offer(scene.tab(), call, "INVITED"));
            ok(scene.agent().resumes(call, invited.getString("sessionKey")));
            ok(scene.tab().accepts(call, VIDEO));
            assertFalse(scene.tab().call(call, "ACCEPTED").containsKey("offer"));
        }
    }

    private static String offer(Tab tab, String call, String state) {
        return tab.call(call, body -> state.equals(body.getString("state")) && body.containsKey("offer")).getJsonObject("offer").getString("sdp");
    }

    private static JsonObject body(JsonObject answer) {
        return answer.getJsonObject("body");
    }
}
