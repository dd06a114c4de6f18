package eyeline.whole.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eyeline.whole.OnTheProduct;
import eyeline.whole.Product;
import eyeline.whole.wire.AgentDesk;
import eyeline.whole.wire.Body;
import eyeline.whole.wire.Consumer;
import eyeline.whole.wire.Desk;
import eyeline.whole.wire.Scene;
import eyeline.whole.wire.Wire;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Conversations over sockets: what each side is told, in which order, and what is kept. */
@OnTheProduct
class ConversationTest {
    private static final String ACCOUNT = Scene.ACCOUNT;
    private static final String CONVERSATIONS = "cqm.ExConversationChangeNotification";
    private static final String EVENTS = "ms.MessagingEventNotification";
    private final Product product;

    ConversationTest(Product product) {
        this.product = product;
    }

    @Test
    void aSubscriptionIsAnsweredBeforeItsFirstNotificationAndTheEmptySnapshotComesToo() {
        try (var wire = greeted(Consumer.signsUp(product.api(), ACCOUNT))) {
            var subscription = wire.expect("cqm.SubscribeExConversations", Body.of("convState", List.of("OPEN")))
                    .getString("subscriptionId");
            var snapshot = wire.notification(CONVERSATIONS, b -> subscription.equals(b.getString("subscriptionId")));
            assertTrue(snapshot.getJsonArray("changes").isEmpty());
            var heard = wire.heard();
            assertTrue(indexOf(heard, "resp", "cqm.SubscribeExConversationsResponse") < indexOf(heard, "notification", CONVERSATIONS));
        }
    }

    private static int indexOf(List<JsonObject> heard, String kind, String type) {
        return IntStream.range(0, heard.size()).filter(i -> kind.equals(heard.get(i).getString("kind"))
                && type.equals(heard.get(i).getString("type"))).findFirst().orElseThrow();
    }

    @Test
    void aNewConversationIsAnnouncedWithin200Milliseconds() {
        try (var consumer = Consumer.signsUp(product.api(), ACCOUNT)) {
            var tab = consumer.opensTab();
            // The first conversation of a server warms it up; the promise is about the second consumer's.
            tab.begins();
            try (var next = Consumer.signsUp(product.api(), ACCOUNT)) {
                var window = next.opensTab();
                var id = window.wire().expect("cm.ConsumerRequestConversation", null).getString("conversationId");
                var answered = System.nanoTime();
                var change = window.conversation(r -> id.equals(r.getString("convId")));
                assertTrue(System.nanoTime() - answered < 200_000_000, "the UPSERT came late");
                var details = change.getJsonObject("conversationDetails");
                assertEquals("OPEN", details.getString("state"));
                assertEquals("OPEN", details.getString("stage"));
                var main = details.getJsonArray("dialogs").getJsonObject(0);
                assertEquals(id, main.getString("dialogId"));
                assertEquals("MAIN", main.getString("dialogType"));
                assertEquals("MESSAGING", main.getString("channelType"));
                assertEquals(next.id(), details.getJsonArray("participants").getJsonObject(0).getString("id"));
            }
        }
    }

    @Test
    void askingTwiceForAConversationGivesTheOpenOne() {
        try (var consumer = Consumer.signsUp(product.api(), ACCOUNT)) {
            var tab = consumer.opensTab();
            assertEquals(tab.begins(), tab.begins());
        }
    }

    @Test
    void bothSidesReadWhatBothSaidInOneOrderFromSequenceOne() {
        try (var scene = Scene.of(product)) {
            assertEquals(1, scene.tab().says(scene.conversation(), "Is it in stock?"));
            scene.agent().hears("Is it in stock?");
            assertEquals(2, scene.agent().says(scene.conversation(), "It is."));
            var answer = scene.tab().hears("It is.");
            assertEquals(2, answer.getInt("sequence"));
            assertEquals(scene.agent().logIn().pid(), answer.getString("originatorId"));
            assertEquals("ASSIGNED_AGENT", answer.getJsonObject("originatorMetadata").getString("role"));
            assertEquals("ALL", answer.getString("messageAudience"));
            assertEquals(scene.consumer().id(), scene.tab().hears("in stock").getString("originatorId"));
        }
    }

    @Test
    void messagesFromBothSidesAtOnceAreKeptInOneOrderWithoutGapOrDouble() throws Exception {
        try (var scene = Scene.of(product)) {
            var agent = new Thread(() -> IntStream.range(0, 40).forEach(i -> scene.agent().says(scene.conversation(), "agent " + i)));
            agent.start();
            IntStream.range(0, 40).forEach(i -> scene.tab().says(scene.conversation(), "consumer " + i));
            agent.join();
            for (var desk : List.of(scene.tab(), scene.agent())) {
                desk.event(e -> e.getInt("sequence", 0) == 80);
                assertEquals(IntStream.rangeClosed(1, 80).boxed().toList(), sequences(desk));
            }
        }
    }

    private static List<Integer> sequences(Desk desk) {
        return desk.wire().notifications(EVENTS).stream().flatMap(b -> Desk.changes(b).stream())
                .filter(e -> e.containsKey("sequence")).map(e -> e.getInt("sequence")).toList();
    }

    @Test
    void metadataTravelsWithItsEvent() {
        try (var scene = Scene.of(product)) {
            scene.tab().wire().ask("ms.PublishEvent", Body.of("dialogId", scene.conversation(), "event",
                    Body.of("type", "ContentEvent", "contentType", "text/plain", "message", "with a key")),
                    Map.of("metadata", Body.value(List.of(Body.of("type", "MessageKey", "key", "k-1")))));
            assertTrue(scene.agent().hears("with a key").getJsonArray("metadata").toString().contains("k-1"));
        }
    }

    @Test
    void markupIsKeptAsItWasWritten() {
        try (var scene = Scene.of(product)) {
            scene.tab().says(scene.conversation(), "<b>bold</b> & \u2028 \uD83D\uDE00");
            assertEquals("<b>bold</b> & \u2028 \uD83D\uDE00",
                    scene.agent().hears("<b>").getJsonObject("event").getString("message"));
        }
    }

    @Test
    void typingIsToldAndNotKept() {
        try (var scene = Scene.of(product)) {
            assertEquals(0, scene.tab().publishes(scene.conversation(), Body.of("type", "ChatStateEvent", "chatState", "COMPOSING")));
            var typing = scene.agent().event(e -> "ChatStateEvent".equals(e.getJsonObject("event").getString("type"))
                    && "COMPOSING".equals(e.getJsonObject("event").getString("chatState")));
            assertFalse(typing.containsKey("sequence") && typing.getInt("sequence") > 0);
            assertFalse(typing.containsKey("serverTimestamp"));
            assertEquals(1, scene.tab().says(scene.conversation(), "typed"));
        }
    }

    @Test
    void readStateIsKeptAndToldToTheOther() {
        try (var scene = Scene.of(product)) {
            scene.tab().says(scene.conversation(), "read me");
            scene.agent().hears("read me");
            assertEquals(2, scene.agent().publishes(scene.conversation(),
                    Body.of("type", "AcceptStatusEvent", "status", "READ", "sequenceList", List.of(1))));
            var read = scene.tab().event(e -> "AcceptStatusEvent".equals(e.getJsonObject("event").getString("type")));
            assertEquals("READ", read.getJsonObject("event").getString("status"));
            assertEquals(2, read.getInt("sequence"));
        }
    }

    @Test
    void aBareNumberIsTakenWhereAListOfSequencesIsDue() {
        try (var scene = Scene.of(product)) {
            scene.tab().says(scene.conversation(), "one");
            scene.agent().hears("one");
            scene.agent().publishes(scene.conversation(), Body.of("type", "AcceptStatusEvent", "status", "ACCEPT", "sequenceList", 1));
        }
    }

    @Test
    void aBareFieldIsTakenWhereAListOfFieldsIsDue() {
        try (var scene = Scene.of(product)) {
            scene.tab().wire().expect("cm.UpdateConversationField", Body.of("conversationId", scene.conversation(),
                    "conversationField", Body.of("field", "ConversationStateField", "conversationState", "CLOSE")));
            scene.agent().conversation(r -> scene.conversation().equals(r.getString("convId"))
                    && "CLOSE".equals(r.getJsonObject("conversationDetails").getString("state")));
        }
    }

    @Test
    void everyTabOfAConsumerHearsEverythingOnce() {
        try (var scene = Scene.of(product)) {
            var second = scene.consumer().opensTab();
            second.listens(scene.conversation(), 0);
            scene.tab().says(scene.conversation(), "from the first tab");
            scene.agent().hears("from the first tab");
            scene.agent().says(scene.conversation(), "to both tabs");
            for (var tab : List.of(scene.tab(), second)) {
                tab.hears("to both tabs");
                assertEquals(List.of(1, 2), sequences(tab));
            }
        }
    }

    @Test
    void aNewSocketCatchesUpFromTheSequenceItAsksFor() {
        try (var scene = Scene.of(product)) {
            IntStream.rangeClosed(1, 5).forEach(i -> scene.tab().says(scene.conversation(), "message " + i));
            scene.tab().wire().abort();
            scene.agent().says(scene.conversation(), "said meanwhile");
            var back = scene.consumer().opensTab();
            back.conversation(r -> scene.conversation().equals(r.getString("convId")));
            back.listens(scene.conversation(), 4);
            back.hears("said meanwhile");
            assertEquals(List.of(4, 5, 6), sequences(back));
        }
    }

    @Test
    void subscribingTwiceReplaysAgainButNeverDoublesWhatIsLive() {
        try (var scene = Scene.of(product)) {
            scene.tab().says(scene.conversation(), "first");
            var window = scene.consumer().opensTab();
            window.listens(scene.conversation(), 0);
            window.hears("first");
            window.listens(scene.conversation(), 0);
            scene.tab().says(scene.conversation(), "live");
            window.hears("live");
            window.wire().heardUntilNow();
            assertEquals(1, sequences(window).stream().filter(s -> s == 2).count());
        }
    }

    @Test
    void aWindowSubscribedToOpenConversationsGetsADeleteAtTheCloseAndOneSubscribedToBothAnUpsert() {
        try (var scene = Scene.of(product); var openOnly = greeted(scene.consumer())) {
            openOnly.expect("cqm.SubscribeExConversations", Body.of("convState", List.of("OPEN")));
            scene.tab().closes(scene.conversation());
            var deleted = changeAtClose(openOnly, scene.conversation(), "DELETE");
            assertEquals("CLOSE", deleted.getJsonObject("conversationDetails").getString("state"));
            assertFalse(deleted.getJsonObject("conversationDetails").getJsonArray("dialogs").isEmpty());
            var closed = changeAtClose(scene.tab().wire(), scene.conversation(), "UPSERT").getJsonObject("conversationDetails");
            assertEquals("CLOSE", closed.getString("stage"));
            assertTrue(closed.getJsonNumber("endTs").longValue() > 0);
            assertEquals("CLOSE", closed.getJsonArray("dialogs").getJsonObject(0).getString("state"));
        }
    }

    private static JsonObject changeAtClose(Wire wire, String conversation, String type) {
        var body = wire.notification(CONVERSATIONS, b -> Desk.changes(b).stream().anyMatch(c -> isClose(c, conversation)));
        var change = Desk.changes(body).stream().filter(c -> isClose(c, conversation)).findFirst().orElseThrow();
        assertEquals(type, change.getString("type"));
        return change.getJsonObject("result");
    }

    private static boolean isClose(JsonObject change, String conversation) {
        var result = change.getJsonObject("result");
        return conversation.equals(result.getString("convId"))
                && "CLOSE".equals(result.getJsonObject("conversationDetails").getString("state"));
    }

    @Test
    void afterTheCloseReadingIsAllowedAndWritingIsNot() {
        try (var scene = Scene.of(product)) {
            scene.agent().says(scene.conversation(), "Bye!");
            scene.tab().hears("Bye!");
            scene.agent().closes(scene.conversation());
            scene.tab().publishes(scene.conversation(), Body.of("type", "AcceptStatusEvent", "status", "READ", "sequenceList", List.of(1)));
            var refused = scene.tab().wire().ask("ms.PublishEvent", Body.of("dialogId", scene.conversation(), "event",
                    Body.of("type", "ContentEvent", "contentType", "text/plain", "message", "too late")));
            assertEquals(409, refused.getInt("code"));
            assertEquals("CONVERSATION_CLOSED", refused.getJsonObject("body").getString("reason"));
        }
    }

    @Test
    void theHistoryIsThereWhenAConsumerComesBack() {
        try (var scene = Scene.of(product)) {
            scene.tab().says(scene.conversation(), "Remember me?");
            scene.tab().closes(scene.conversation());
            var later = scene.consumer().opensTab();
            later.conversation(r -> scene.conversation().equals(r.getString("convId")));
            later.listens(scene.conversation(), 0);
            later.hears("Remember me?");
        }
    }

    @Test
    void aWaitingConversationRingsEveryAgentAndTheFirstToAcceptHasIt() {
        try (var consumer = Consumer.signsUp(product.api(), ACCOUNT);
                var first = AgentDesk.opens(product.api(), ACCOUNT, "agent1");
                var second = AgentDesk.opens(product.api(), ACCOUNT, "agent2")) {
            first.goesOnline();
            second.goesOnline();
            var tab = consumer.opensTab();
            var conversation = tab.begins();
            first.isRungFor(conversation);
            second.isRungFor(conversation);
            first.takes(conversation);
            second.isRungNoMoreFor(conversation);
            var late = second.answersRing(conversation);
            assertEquals(409, late.getInt("code"));
            assertEquals("TAKEN", late.getJsonObject("body").getString("reason"));
            tab.conversation(r -> r.toString().contains(first.logIn().pid()));
            tab.closes(conversation);
        }
    }

    @Test
    void anAgentWhoIsAwayIsNotRung() {
        try (var consumer = Consumer.signsUp(product.api(), ACCOUNT);
                var online = AgentDesk.opens(product.api(), ACCOUNT, "agent1");
                var away = AgentDesk.opens(product.api(), ACCOUNT, "agent2")) {
            online.goesOnline();
            away.goesOnline();
            away.wire().expect("routing.SetAgentState", Body.of("availability", "AWAY"));
            var tab = consumer.opensTab();
            var conversation = tab.begins();
            online.isRungFor(conversation);
            assertFalse(away.wire().heardUntilNow().toString().contains("\"UPSERT\",\"result\":{\"routingTaskId\":\"" + conversation));
            tab.closes(conversation);
        }
    }

    @Test
    void whatAgentsSayAmongThemselvesNeverReachesTheConsumer() {
        try (var scene = Scene.of(product)) {
            scene.agent().wire().expect("ms.PublishEvent", Body.of("dialogId", scene.conversation(),
                    "messageAudience", "AGENTS_AND_MANAGERS", "event",
                    Body.of("type", "ContentEvent", "contentType", "text/plain", "message", "a difficult one")));
            scene.agent().hears("a difficult one");
            scene.agent().says(scene.conversation(), "Hello!");
            scene.tab().hears("Hello!");
            assertFalse(scene.tab().wire().heardUntilNow().toString().contains("a difficult one"));
            var later = scene.consumer().opensTab();
            later.listens(scene.conversation(), 0);
            later.hears("Hello!");
            assertFalse(later.wire().heardUntilNow().toString().contains("a difficult one"));
        }
    }

    @Test
    void anotherAccountsAgentSeesNothingOfAConversation() {
        try (var scene = Scene.of(product); var stranger = AgentDesk.opens(product.api(), "10000002", "agent3")) {
            stranger.goesOnline();
            var wire = stranger.wire();
            var id = scene.conversation();
            assertEquals(404, stranger.answersRing(id).getInt("code"));
            assertEquals(404, wire.ask("ms.SubscribeMessagingEvents", Body.of("dialogId", id, "fromSeq", 0)).getInt("code"));
            assertEquals(404, wire.ask("ms.PublishEvent", Body.of("dialogId", id, "event",
                    Body.of("type", "ContentEvent", "contentType", "text/plain", "message", "boo"))).getInt("code"));
            assertEquals(404, wire.ask("cm.UpdateConversationField", Body.of("conversationId", id, "conversationField",
                    Body.of("field", "ConversationStateField", "conversationState", "CLOSE"))).getInt("code"));
            assertEquals(404, stranger.invites(id, Scene.VOICE).getInt("code"));
            var call = scene.rings(Scene.VOICE);
            assertEquals(404, stranger.cancels(call).getInt("code"));
            assertEquals(404, stranger.ends(call).getInt("code"));
            assertEquals(404, stranger.joins(call).getInt("code"));
            assertFalse(wire.heardUntilNow().toString().contains("\"convId\":\"" + id));
        }
    }

    @Test
    void anotherConsumerSeesNothingOfAConversation() {
        try (var scene = Scene.of(product); var other = Consumer.signsUp(product.api(), ACCOUNT)) {
            var tab = other.opensTab();
            assertEquals(404, tab.wire().ask("ms.SubscribeMessagingEvents",
                    Body.of("dialogId", scene.conversation(), "fromSeq", 0)).getInt("code"));
            var call = scene.rings(Scene.VOICE);
            assertEquals(404, tab.accepts(call, Scene.VOICE).getInt("code"));
            assertEquals(404, tab.declines(call).getInt("code"));
        }
    }

    @Test
    void theAgentIsToldThatTheConsumersLastWindowIsGoneAndBack() {
        try (var scene = Scene.of(product)) {
            scene.tab().close();
            scene.agent().event(e -> "BACKGROUND".equals(e.getJsonObject("event").getString("chatState", "")));
            scene.consumer().opensTab();
            scene.agent().event(e -> "ACTIVE".equals(e.getJsonObject("event").getString("chatState", "")));
        }
    }

    @Test
    void anUnknownTypeIsAnsweredWith400() {
        try (var scene = Scene.of(product)) {
            assertEquals(400, scene.tab().wire().ask("no.SuchThing", Body.of()).getInt("code"));
        }
    }

    @Test
    void whatIsNoJsonClosesTheSocketWith1007() {
        try (var scene = Scene.of(product)) {
            scene.tab().wire().text("{\"kind\":");
            assertEquals(1007, scene.tab().wire().closed().code());
        }
    }

    @Test
    void sendersOfUnknownThingsAreForgiven() {
        try (var scene = Scene.of(product)) {
            scene.tab().wire().expect("cqm.SubscribeExConversations",
                    Body.of("convState", List.of("OPEN", "LOCKED"), "stage", List.of("OPEN"), "somethingNew", 1));
        }
    }

    private static Wire greeted(Consumer consumer) {
        var wire = consumer.socket();
        assertEquals(200, wire.ask("InitConnection", null, Map.of("headers", Consumer.greeting(consumer.token()))).getInt("code"));
        return wire;
    }
}
