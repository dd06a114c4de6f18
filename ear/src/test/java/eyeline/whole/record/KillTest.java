package eyeline.whole.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eyeline.whole.OnTheProduct;
import eyeline.whole.Product;
import eyeline.whole.wire.Body;
import eyeline.whole.wire.Consumer;
import eyeline.whole.wire.Desk;
import eyeline.whole.wire.Scene;
import eyeline.whole.wire.Tab;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** X3: WildFly is killed in the middle of 200 events a second; what anybody was told of is there afterwards. */
@OnTheProduct
@Order(Integer.MAX_VALUE)
class KillTest {
    private static final int WRITERS = 8;
    private static final int PER_SECOND = 25;
    private final Product product;

    KillTest(Product product) {
        this.product = product;
    }

    private record Writer(Consumer consumer, Tab tab, String conversation, Map<String, String> sent) {
    }

    @Test
    void everyEventThatAClientWasToldOfIsThereAfterTheServerWasKilled() throws Exception {
        var writers = new ArrayList<Writer>();
        for (int i = 0; i < WRITERS; i++) {
            var consumer = Consumer.signsUp(product.api(), Scene.ACCOUNT);
            var tab = consumer.opensTab();
            writers.add(new Writer(consumer, tab, tab.begins(), new HashMap<>()));
        }
        var clock = Executors.newScheduledThreadPool(2);
        try {
            for (var writer : writers) {
                clock.scheduleAtFixedRate(() -> writes(writer), 0, 1_000_000 / PER_SECOND, TimeUnit.MICROSECONDS);
            }
            // in the middle of it: each has been told of a good second's worth of events
            for (var writer : writers) {
                writer.tab().event(e -> e.getInt("sequence", 0) >= PER_SECOND);
            }
            product.kill();
            writers.forEach(writer -> writer.tab().wire().closed());
        } finally {
            clock.shutdownNow();
        }
        product.restart();
        for (var writer : writers) {
            assertNothingLost(writer);
        }
    }

    private static void writes(Writer writer) {
        var text = "event " + writer.sent().size();
        var id = writer.tab().wire().send("ms.PublishEvent", Body.of("dialogId", writer.conversation(), "event",
                Body.of("type", "ContentEvent", "contentType", "text/plain", "message", text)));
        writer.sent().put(id, text);
    }

    private void assertNothingLost(Writer writer) {
        var told = new HashMap<Integer, String>();
        for (var frame : writer.tab().wire().heard()) {
            if ("resp".equals(frame.getString("kind")) && frame.getInt("code") == 200 && writer.sent().containsKey(frame.getString("reqId"))) {
                told.put(frame.getJsonObject("body").getInt("sequence"), writer.sent().get(frame.getString("reqId")));
            }
        }
        writer.tab().wire().notifications("ms.MessagingEventNotification").stream().flatMap(b -> Desk.changes(b).stream())
                .filter(e -> e.getInt("sequence", 0) > 0).forEach(e -> told.put(e.getInt("sequence"), message(e)));
        assertTrue(told.size() >= PER_SECOND);
        try (var back = writer.consumer().opensTab()) {
            back.listens(writer.conversation(), 0);
            var last = told.keySet().stream().max(Integer::compare).orElseThrow();
            back.event(e -> e.getInt("sequence", 0) == last);
            back.wire().heardUntilNow();
            var kept = new ArrayList<JsonObject>();
            back.wire().notifications("ms.MessagingEventNotification").forEach(b -> kept.addAll(Desk.changes(b)));
            assertEquals(IntStream.rangeClosed(1, kept.size()).boxed().toList(),
                    kept.stream().map(e -> e.getInt("sequence")).toList(), "a gap or a double");
            told.forEach((sequence, text) -> assertEquals(text, message(kept.get(sequence - 1)), "event " + sequence));
            assertEquals(kept.size(), List.copyOf(kept.stream().map(KillTest::message).distinct().toList()).size(), "a text twice");
            back.closes(writer.conversation());
        }
    }

    private static String message(JsonObject change) {
        return change.getJsonObject("event").getString("message", "");
    }
}
