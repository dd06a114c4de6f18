package eyeline.whole.call;

import static eyeline.whole.wire.Scene.VIDEO;
import static eyeline.whole.wire.Scene.ok;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import eyeline.whole.OnTheProduct;
import eyeline.whole.Product;
import eyeline.whole.Sql;
import eyeline.whole.wire.Body;
import eyeline.whole.wire.Desk;
import eyeline.whole.wire.Scene;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Why was it bad (M5): what both browsers say of their media, over sockets, to the event log. */
@OnTheProduct
class QualityTest {
    private final Product product;

    QualityTest(Product product) {
        this.product = product;
    }

    @Test
    void whatBothSaidLastStandsOnceInTheEndAndNowhereElse() {
        try (var scene = Scene.of(product)) {
            var call = scene.talks(VIDEO);
            ok(scene.agent().reports(call, Desk.quality(100)));
            ok(scene.agent().reports(call, Desk.quality(2345)));
            ok(scene.tab().reports(call, Desk.quality(3456)));
            ok(scene.tab().ends(call));
            scene.agent().call(call, "ENDED");
            var log = log(call);
            var end = log.get(log.size() - 1);
            assertEquals("ENDED", end.get("type"));
            assertEquals(2345, kept(end, "agent_quality").getJsonObject("received").getInt("packets"));
            var consumer = kept(end, "consumer_quality");
            assertEquals(3456, consumer.getJsonObject("received").getInt("packets"));
            assertFalse(consumer.getJsonObject("route").getBoolean("relayed"));
            assertEquals("PRFLX", consumer.getJsonObject("route").getString("remote"));
            log.subList(0, log.size() - 1).forEach(row -> assertNull(row.get("agent_quality"), row.toString()));
            assertEquals(404, scene.tab().reports(call, Desk.quality(9)).getInt("code"));
            assertEquals(log, log(call));
        }
    }

    private List<Map<String, Object>> log(String call) {
        return product.owner().query("select * from call_event where call_id = ? order by seq", Sql.uuid(call));
    }

    private static JsonObject kept(Map<String, Object> end, String column) {
        try (var reader = Json.createReader(new StringReader((String) end.get(column)))) {
            return reader.readObject();
        }
    }

    @Test
    void theMarkIsToldToTheOtherSide() {
        try (var scene = Scene.of(product)) {
            var call = scene.talks(VIDEO);
            ok(scene.tab().reports(call, Body.json(Desk.quality(10).toString().replace("GOOD", "POOR"))));
            var told = scene.agent().wire().notification("call.QualityNotification", b -> call.equals(b.getString("callId")));
            assertEquals(Body.of("callId", call, "party", "CONSUMER", "mark", "POOR"), told);
        }
    }

    @Test
    void aSideThatSaysNothingHasNothingInTheEnd() {
        try (var scene = Scene.of(product)) {
            var call = scene.talks(VIDEO);
            ok(scene.agent().reports(call, Desk.quality(7)));
            ok(scene.agent().ends(call));
            scene.tab().call(call, "ENDED");
            var log = log(call);
            assertNull(log.get(log.size() - 1).get("consumer_quality"));
        }
    }

    @Test
    void whatIsOutOfBoundsIsRefusedByNameAndWhatIsNotNamedIsNotKept() {
        var bad = Map.of("'jitterMs':4", List.of("'jitterMs':-4", "received.jitterMs"), "'seconds':20", List.of("'seconds':1e9", "seconds"),
                "'packets':900", List.of("'packets':900.5", "sent.packets"), "'remote':'PRFLX'", List.of("'remote':'192.0.2.7'", "route.remote"),
                "'mark':'GOOD'", List.of("'mark':'GREAT'", "mark"));
        var address = "203.0.113.77";
        try (var scene = Scene.of(product)) {
            var call = scene.talks(VIDEO);
            ok(scene.agent().reports(call, with("'mark':'GOOD'", "'mark':'GOOD','address':'" + address + "'")));
            bad.forEach((good, instead) -> {
                var answer = scene.agent().reports(call, with(good, instead.get(0)));
                assertEquals(400, answer.getInt("code"), answer.toString());
                assertEquals("body.quality." + instead.get(1), answer.getJsonObject("body").getString("field"));
            });
            ok(scene.agent().ends(call));
            scene.tab().call(call, "ENDED");
            assertFalse(log(call).toString().contains(address));
            assertEquals(50, kept(log(call).get(4), "agent_quality").getJsonObject("received").getInt("packets"));
        }
    }

    private static JsonObject with(String part, String instead) {
        return Body.json(Desk.quality(50).toString().replace(part.replace('\'', '"'), instead.replace('\'', '"')));
    }

    @Test
    void onlyTheOwnerOfASideSaysHowItGoesAndOnlyAfterTheAccept() {
        try (var scene = Scene.of(product)) {
            var second = scene.consumer().opensTab();
            var call = scene.rings(VIDEO);
            assertEquals("WRONG_STATE", scene.agent().reports(call, Desk.quality(1)).getJsonObject("body").getString("reason"));
            ok(scene.tab().accepts(call, VIDEO));
            assertEquals("NOT_THE_OWNER", second.reports(call, Desk.quality(1)).getJsonObject("body").getString("reason"));
            ok(scene.tab().reports(call, Desk.quality(1)));
        }
    }
}
