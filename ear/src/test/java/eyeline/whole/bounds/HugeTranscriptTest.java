package eyeline.whole.bounds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eyeline.whole.Product;
import eyeline.whole.wire.AgentDesk;
import eyeline.whole.wire.Body;
import eyeline.whole.wire.LongTalk;
import eyeline.whole.wire.Scene;
import eyeline.whole.wire.Wire;
import java.util.ArrayList;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A conversation of 200 MB, such as there may be from before there were limits, is no more to a server with a heap of 256 MB than any other. */
@Tag("alone")
class HugeTranscriptTest {
    private static final int MESSAGES = 20_000;
    private static final int LETTERS = 10_000;
    private static final int HEAP_MEGABYTES = 256;
    private static final int DEAF = 8;
    private static final int OPENINGS = 20;

    @Test
    void isOpenedLikeASmallOneReadByManyAndToldAfterARestart() throws Exception {
        try (var product = Product.startWithHeap(HEAP_MEGABYTES)) {
            product.owner().update("update account set conversation_messages = 100000, conversation_megabytes = 1000");
            var scene = Scene.of(product);
            var small = Scene.of(product);
            LongTalk.add(product, small.conversation(), 60, 200);
            LongTalk.add(product, scene.conversation(), MESSAGES, LETTERS);
            opens(small);
            var quick = nanos(small);
            var huge = nanos(scene);
            System.out.printf("Figures: opening a conversation of 200 MB: %.1f ms, of 60 messages: %.1f ms (median of %d)%n", huge / 1e6, quick / 1e6,
                    OPENINGS);
            assertTrue(huge < 5 * quick, "opening takes " + huge / quick + " times as long");

            scene.tab().close(); // it would read all of the 200 MB first
            var reader = scene.consumer().opensTab();
            reader.listens(scene.conversation(), MESSAGES + 1);
            var deaf = new ArrayList<Wire>();
            for (int i = 0; i < DEAF; i++) {
                deaf.add(Wire.openDeaf(product.api().client(), product.api().consumerSocket(Scene.ACCOUNT),
                        Map.of("Authorization", "jwt " + scene.consumer().token())));
                deaf.get(i).send("ms.SubscribeMessagingEvents", Body.of("dialogId", scene.conversation(), "fromSeq", 0));
            }
            assertEquals(MESSAGES + 1, scene.agent().says(scene.conversation(), "beside readers that do not read"));
            reader.hears("beside readers that do not read");
            deaf.forEach(Wire::abort);

            product.kill();
            product.restart();
            try (var tab = scene.consumer().opensTab(); var agent = AgentDesk.opens(product.api(), Scene.ACCOUNT, "agent1")) {
                agent.listens(scene.conversation(), MESSAGES + 2);
                assertEquals(MESSAGES + 2, tab.says(scene.conversation(), "the first after the restart"));
                agent.hears("the first after the restart");
            }
        }
    }

    /** As the pages do it: the newest page, then what is new. */
    private static void opens(Scene scene) {
        var newest = scene.agent().wire().ask("ms.QueryMessages", Body.of("dialogId", scene.conversation(), "maxQuantity", 50)).getJsonArray("body");
        scene.agent().listens(scene.conversation(), newest.getJsonObject(newest.size() - 1).getInt("sequence") + 1);
    }

    private static long nanos(Scene scene) {
        return LongStream.range(0, OPENINGS).map(i -> {
            var before = System.nanoTime();
            opens(scene);
            return System.nanoTime() - before;
        }).sorted().skip(OPENINGS / 2).findFirst().orElseThrow();
    }
}
