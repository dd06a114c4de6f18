package eyeline.whole.call;

import static eyeline.whole.wire.Scene.VIDEO;
import static eyeline.whole.wire.Scene.VOICE;
import static eyeline.whole.wire.Scene.ok;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eyeline.whole.OnTheProduct;
import eyeline.whole.Product;
import eyeline.whole.Sql;
import eyeline.whole.wire.Body;
import eyeline.whole.wire.Brand;
import eyeline.whole.wire.Desk;
import eyeline.whole.wire.Scene;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** C9 over sockets: a running call becomes a video call and one of voice again. */
@OnTheProduct
class ModeTest {
    private final Product product;

    ModeTest(Product product) {
        this.product = product;
    }

    private static JsonObject told(Desk desk, String call, String mode, String acceptedMode) {
        return desk.call(call, state -> "ACTIVE".equals(state.getString("state")) && mode.equals(state.getString("mode"))
                && acceptedMode.equals(state.getString("acceptedMode")));
    }

    private static String reason(JsonObject answer) {
        return answer.getInt("code") + " " + answer.getJsonObject("body").getString("reason", "");
    }

    @Test
    void theAgentsPictureLeavesTheConsumersToTheConsumerAndVoiceIsForBoth() {
        try (var scene = Scene.of(product)) {
            var call = scene.talks(VOICE);
            ok(scene.agent().changesMode(call, VIDEO));
            for (var desk : List.of(scene.tab(), scene.agent())) {
                assertTrue(told(desk, call, VIDEO, VOICE).getBoolean("videoAllowed"));
            }
            ok(scene.tab().changesMode(call, VIDEO));
            told(scene.agent(), call, VIDEO, VIDEO);
            assertEquals("409 WRONG_STATE", reason(scene.agent().changesMode(call, VIDEO)));
            ok(scene.tab().changesMode(call, VOICE));
            var seq = told(scene.agent(), call, VIDEO, VIDEO).getInt("seq");
            scene.agent().call(call, state -> state.getInt("seq") == seq + 1 && VOICE.equals(state.getString("mode"))
                    && VOICE.equals(state.getString("acceptedMode")));
            ok(scene.agent().ends(call));
            scene.tab().call(call, "ENDED");
            assertEquals(List.of("AGENT VIDEO_CALL", "CONSUMER VIDEO_CALL", "CONSUMER VOICE_CALL"), product.owner().query(
                    "select party || ' ' || mode as change from call_event where call_id = ? and type = 'MODE_CHANGED' order by seq",
                    Sql.uuid(call)).stream().map(row -> row.get("change")).toList());
        }
    }

    @Test
    void whoAcceptedWithVoiceOnlyMayBeSeenLater() {
        try (var scene = Scene.of(product)) {
            var call = scene.rings(VIDEO);
            ok(scene.tab().accepts(call, VOICE));
            assertEquals("409 WRONG_STATE", reason(scene.tab().changesMode(call, VIDEO)), "not before both are there");
            ok(scene.agent().joins(call));
            ok(scene.tab().joins(call));
            ok(scene.tab().changesMode(call, VIDEO));
            told(scene.agent(), call, VIDEO, VIDEO);
        }
    }

    @Test
    void noPictureWhereTheAccountHasVideoOff() {
        var brand = new Brand(product);
        brand.user("agent", "AGENT");
        Brand.made(brand.admin().change(brand.configuration("calls"), Body.of("video", false)));
        try (var scene = Scene.in(product, brand, "agent")) {
            var call = scene.talks(VOICE);
            for (var desk : List.of(scene.tab(), scene.agent())) {
                assertFalse(desk.call(call, "ACTIVE").getBoolean("videoAllowed"));
                assertEquals("403 SWITCHED_OFF", reason(desk.changesMode(call, VIDEO)));
            }
            assertEquals(List.of(), product.owner().query("select * from call_event where call_id = ? and type = 'MODE_CHANGED'", Sql.uuid(call)));
        }
    }

    @Test
    void anotherSocketOfTheSamePersonMayNot() {
        try (var scene = Scene.of(product); var other = scene.consumer().opensTab()) {
            var call = scene.talks(VOICE);
            assertEquals("403 NOT_THE_OWNER", reason(other.changesMode(call, VIDEO)));
        }
    }
}
