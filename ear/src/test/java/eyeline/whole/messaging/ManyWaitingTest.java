package eyeline.whole.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eyeline.whole.OnTheProduct;
import eyeline.whole.Product;
import eyeline.whole.wire.AgentDesk;
import eyeline.whole.wire.Body;
import eyeline.whole.wire.Brand;
import eyeline.whole.wire.Consumer;
import eyeline.whole.wire.Crowd;
import eyeline.whole.wire.Desk;
import eyeline.whole.wire.Tab;
import jakarta.json.JsonObject;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** More people wait than a socket is told of one by one, and no more than there is room for. */
@OnTheProduct
class ManyWaitingTest {
    private static final String RINGS = "routing.RoutingTaskNotification";
    private static final int MANY = 600;
    private static final int PAGE = 50;
    private static final int ROOM = 10_000;

    private final Product product;
    private final Brand brand;
    private final Crowd crowd;

    ManyWaitingTest(Product product) {
        this.product = product;
        brand = new Brand(product);
        brand.user("agent", "AGENT");
        crowd = new Crowd(product.owner(), brand.account());
    }

    @AfterEach
    void close() throws SQLException {
        crowd.goes();
    }

    @Test
    void anAgentHearsOfTheFirstOfThemAndHowManyThereAreAndThenOfChanges() {
        var line = crowd.waits(MANY);
        brand.user("colleague", "AGENT");
        try (var agent = connects("agent"); var colleague = connects("colleague"); var consumer = Consumer.signsUp(product.api(), brand.account())) {
            agent.wire().expect("routing.SubscribeRoutingTasks", Body.of());
            assertEquals(List.of(), conversations(agent.wire().notification(RINGS, told(0))), "not online");
            var since = agent.wire().mark();
            agent.wire().expect("routing.SetAgentState", Body.of("availability", "ONLINE"));
            var snapshot = agent.wire().notification(since, RINGS, told(MANY));
            assertTrue(snapshot.getBoolean("snapshot"));
            assertEquals(line.subList(0, PAGE), conversations(snapshot));

            var more = agent.wire().expect("routing.MoreRoutingTasks", Body.of("after", line.get(PAGE - 1)));
            assertEquals(line.subList(PAGE, 2 * PAGE), conversations(more));
            assertEquals(MANY, more.getInt("total"));

            since = agent.wire().mark();
            var newcomer = consumer.opensTab().begins();
            var came = agent.wire().notification(since, RINGS, told(MANY + 1));
            assertEquals(List.of(newcomer), conversations(came));
            assertFalse(came.containsKey("snapshot"));

            colleague.takes(line.get(0));
            var taken = agent.wire().notification(since, RINGS, told(MANY));
            assertEquals(List.of(line.get(0)), conversations(taken));
            assertEquals("DELETE", Desk.changes(taken).get(0).getString("type"));
            // behind one that waits no longer
            assertEquals(line.get(1), conversations(agent.wire().expect("routing.MoreRoutingTasks", Body.of("after", line.get(0)))).get(0));

            agent.wire().expect("routing.UpdateRingState", Body.of("ringId", line.get(1), "ringState", "REJECTED"));
            agent.wire().notification(since, RINGS, told(MANY - 1));
            assertEquals(line.get(2), conversations(agent.wire().expect("routing.MoreRoutingTasks", Body.of("after", line.get(0)))).get(0));

            agent.wire().expect("routing.SetAgentState", Body.of("availability", "AWAY"));
            assertEquals(List.of(), conversations(agent.wire().notification(since, RINGS, told(0))));
        }
    }

    @Test
    void anAgentWithHundredsOfConversationsHearsWhatIsAllowedInEach() throws SQLException {
        var line = crowd.waits(300);
        try (var agent = connects("agent")) {
            crowd.isTakenBy(agent.logIn().pid());
            agent.wire().expect("call.Subscribe", Body.of());
            assertEquals(line.size(), agent.wire().heardUntilNow().stream()
                    .filter(frame -> "call.RightsNotification".equals(frame.getString("type"))).count());
        }
    }

    @Test
    void whoOpensAndClosesAgainAndAgainIsRefusedInWords() {
        try (var consumer = Consumer.signsUp(product.api(), brand.account())) {
            var tab = consumer.opensTab();
            for (int i = 0; i < 10; i++) {
                tab.wire().expect("cm.UpdateConversationField", Body.of("conversationId", tab.begins(), "conversationField",
                        List.of(Body.of("field", "ConversationStateField", "conversationState", "CLOSE"))));
            }
            assertEquals("Too many conversations were begun from here just now. Please try again in a minute.", refused(tab));
        }
    }

    @Test
    void whoComesWhenTheLineIsFullIsRefusedInWordsAndWhoIsInItStays() throws SQLException {
        try (var early = Consumer.signsUp(product.api(), brand.account()); var late = Consumer.signsUp(product.api(), brand.account())) {
            var tab = early.opensTab();
            var id = tab.begins();
            crowd.waits(ROOM - 1);
            var other = late.opensTab();
            assertEquals("Too many people are waiting just now. Please try again in a few minutes.", refused(other));
            assertEquals(id, tab.begins());
            crowd.goes();
            other.begins();
        }
    }

    private static String refused(Tab tab) {
        var answer = tab.wire().ask("cm.ConsumerRequestConversation", Body.of("channelType", "MESSAGING"));
        assertEquals(429, answer.getInt("code"), answer.toString());
        return answer.getJsonObject("body").getString("message");
    }

    private AgentDesk connects(String user) {
        return AgentDesk.connects(product.api(), brand.account(), AgentDesk.logsIn(product.api(), brand.account(), user));
    }

    private static Predicate<JsonObject> told(int total) {
        return body -> body.getInt("total") == total;
    }

    private static List<String> conversations(JsonObject body) {
        return Desk.changes(body).stream().map(change -> change.getJsonObject("result").getString("conversationId")).toList();
    }
}
