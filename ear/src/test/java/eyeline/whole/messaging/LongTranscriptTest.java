package eyeline.whole.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eyeline.whole.OnTheProduct;
import eyeline.whole.Product;
import eyeline.whole.wire.Body;
import eyeline.whole.wire.Brand;
import eyeline.whole.wire.Desk;
import eyeline.whole.wire.LongTalk;
import eyeline.whole.wire.Scene;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A transcript has an end: limits a minute and a conversation, and it is read in pages. */
@OnTheProduct
class LongTranscriptTest {
    private static final String EVENTS = "ms.MessagingEventNotification";
    private static final int PAGE = 50;

    private final Product product;
    private final Brand brand;
    private Scene scene;

    LongTranscriptTest(Product product) {
        this.product = product;
        brand = new Brand(product);
        brand.user("agent", "AGENT");
    }

    @BeforeEach
    void begin() {
        scene = Scene.in(product, brand, "agent");
    }

    @AfterEach
    void end() {
        scene.close();
    }

    private void set(Object... settings) {
        Brand.made(brand.admin().change(brand.configuration("calls"), Body.of(settings)));
    }

    private JsonObject publishes(Desk desk, String text) {
        return desk.wire().ask("ms.PublishEvent", Body.of("dialogId", scene.conversation(), "event",
                Body.of("type", "ContentEvent", "contentType", "text/plain", "message", text)));
    }

    private static String refusal(JsonObject answer) {
        return answer.getInt("code") + " " + answer.getJsonObject("body").getString("reason", "");
    }

    private List<Integer> asked(Desk desk, Object... query) {
        var body = new ArrayList<Object>(List.of("dialogId", scene.conversation()));
        body.addAll(List.of(query));
        var answer = desk.wire().ask("ms.QueryMessages", Body.of(body.toArray()));
        assertEquals(200, answer.getInt("code"), answer.toString());
        return answer.getJsonArray("body").getValuesAs(JsonObject.class).stream().map(e -> e.getInt("sequence")).toList();
    }

    private static List<Integer> range(int first, int last) {
        return IntStream.rangeClosed(first, last).boxed().toList();
    }

    /** The events that a socket was told of after {@code mark}, once it has been told of {@code last}. */
    private static List<Integer> heard(Desk desk, int mark, int last) {
        desk.wire().notification(mark, EVENTS, b -> Desk.changes(b).stream().anyMatch(e -> e.getInt("sequence", 0) == last));
        return desk.wire().heard().stream().skip(mark).filter(f -> EVENTS.equals(f.getString("type", "")))
                .map(f -> Desk.changes(f.getJsonObject("body"))).peek(page -> assertTrue(page.size() <= PAGE, page.size() + " at once"))
                .flatMap(List::stream).map(e -> e.getInt("sequence")).toList();
    }

    @Test
    void isReplayedInPagesAndWhatIsNewFollowsInOrder() {
        LongTalk.add(product, scene.conversation(), 480, 200);
        var mark = scene.agent().wire().mark();
        scene.agent().listens(scene.conversation(), 20);
        var sequence = scene.tab().says(scene.conversation(), "and this");
        assertEquals(481, sequence);
        assertEquals(range(20, 481), heard(scene.agent(), mark, 481));
    }

    @Test
    void whoMissedSomethingReadsItBeforeWhatIsNew() {
        scene.tab().says(scene.conversation(), "one");
        heard(scene.agent(), 0, 1);
        var mark = scene.agent().wire().mark();
        LongTalk.add(product, scene.conversation(), 300, 20);
        assertEquals(302, scene.tab().says(scene.conversation(), "two"));
        assertEquals(range(2, 302), heard(scene.agent(), mark, 302));
    }

    @Test
    void isReadBackwardsAndForwardsAPageAtATime() {
        LongTalk.add(product, scene.conversation(), 120, 20);
        LongTalk.whisper(product, scene.conversation(), 60);
        assertEquals(range(131, 180), asked(scene.agent()));
        assertEquals(range(71, 120), asked(scene.tab(), "maxQuantity", 1000));
        assertEquals(range(61, 70), asked(scene.tab(), "olderThanSequence", 71, "maxQuantity", 10));
        assertEquals(range(1, 9), asked(scene.tab(), "olderThanSequence", 10));
        assertEquals(List.of(), asked(scene.tab(), "olderThanSequence", 1));
        assertEquals(range(5, 9), asked(scene.tab(), "olderThanSequence", 10, "newerThanSequence", 4));
        assertEquals(range(101, 120), asked(scene.tab(), "newerThanSequence", 100));
        assertEquals(range(1, 50), asked(scene.tab(), "newerThanSequence", 0));
    }

    @Test
    void anAgentFindsWordsInAllOfItLetterByLetter() {
        scene.tab().says(scene.conversation(), "The ÄPFEL are 100% fresh");
        LongTalk.add(product, scene.conversation(), 120, 20);
        LongTalk.whisper(product, scene.conversation(), 1);
        scene.agent().says(scene.conversation(), "Fresh \\_ or not, apples");
        assertEquals(List.of(1), asked(scene.agent(), "containing", "äpfel"));
        assertEquals(List.of(1), asked(scene.agent(), "containing", "0% F"));
        assertEquals(List.of(1, 123), asked(scene.agent(), "containing", "FRESH"));
        assertEquals(List.of(123), asked(scene.agent(), "containing", "\\_"));
        assertEquals(List.of(), asked(scene.agent(), "containing", "%fresh"));
        assertEquals(List.of(), asked(scene.agent(), "containing", "ContentEvent"));
        assertEquals(range(73, 122), asked(scene.agent(), "containing", "xxx"));
        assertEquals(range(2, 12), asked(scene.agent(), "containing", "XXX", "olderThanSequence", 13));
        assertEquals(range(12, 12), asked(scene.agent(), "containing", "12 x", "olderThanSequence", 100, "newerThanSequence", 5));
    }

    @Test
    void nobodyElseSearches() {
        scene.tab().says(scene.conversation(), "mine");
        var words = Body.of("dialogId", scene.conversation(), "containing", "mine");
        assertEquals("403 NOT_PERMITTED", refusal(scene.tab().wire().ask("ms.QueryMessages", words)));
        brand.user("colleague", "AGENT");
        try (var colleague = brand.desk("colleague")) {
            assertEquals("404 NOT_FOUND", refusal(colleague.wire().ask("ms.QueryMessages", words)));
        }
    }

    @Test
    void aPageIsBoundedByItsBytesButNeverEmpty() {
        LongTalk.add(product, scene.conversation(), 10, 10_000);
        LongTalk.add(product, scene.conversation(), 2, 50_000);
        assertEquals(List.of(12), asked(scene.agent()));
        assertEquals(range(8, 10), asked(scene.agent(), "olderThanSequence", 11));
        assertEquals(range(1, 3), asked(scene.agent(), "newerThanSequence", 0));
    }

    @Test
    void whoWritesTooFastIsAskedToWaitAndNobodyElse() {
        set("messagesPerMinute", 10);
        IntStream.range(0, 10).forEach(i -> scene.tab().says(scene.conversation(), "message " + i));
        var refused = publishes(scene.tab(), "one more");
        assertEquals("429 WRITING_TOO_FAST", refusal(refused));
        assertTrue(refused.getJsonObject("body").getString("message").matches("That was much at once\\. Wait [1-6] seconds?, then send it again\\."));
        assertEquals(11, scene.agent().says(scene.conversation(), "I read all of it"));
        scene.talks(Scene.VIDEO);
    }

    @Test
    void aFullConversationIsWrittenInNoMoreButCalledInAndClosed() {
        set("conversationMessages", 100);
        LongTalk.add(product, scene.conversation(), 99, 20);
        scene.tab().says(scene.conversation(), "the last");
        assertEquals("409 CONVERSATION_FULL", refusal(publishes(scene.tab(), "no more")));
        assertEquals("409 CONVERSATION_FULL", refusal(publishes(scene.agent(), "nor here")));
        Scene.ok(scene.agent().ends(scene.talks(Scene.VOICE)));
        scene.agent().closes(scene.conversation());
        assertEquals(1, scene.tab().says(scene.tab().begins(), "a new one"));
    }

    @Test
    void notEvenWishesForACallGoOnForEver() {
        set("conversationMessages", 100, "consumerMayAsk", true);
        LongTalk.add(product, scene.conversation(), 599, 20);
        var wish = Body.of("conversationId", scene.conversation(), "mode", "VOICE_CALL");
        Scene.ok(scene.tab().wire().ask("call.Ask", wish));
        assertEquals("409 CONVERSATION_FULL", refusal(scene.tab().wire().ask("call.Ask", wish)));
    }

    @Test
    void aConversationIsFullWithItsMegabytes() {
        set("conversationMegabytes", 1);
        LongTalk.add(product, scene.conversation(), 25, 39_000);
        assertEquals(26, scene.tab().says(scene.conversation(), "x".repeat(7_000)));
        IntStream.range(0, 2).forEach(i -> publishes(scene.tab(), "x".repeat(7_900)));
        assertEquals("409 CONVERSATION_FULL", refusal(publishes(scene.tab(), "x".repeat(7_900))));
    }
}
