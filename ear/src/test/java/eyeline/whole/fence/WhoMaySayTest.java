package eyeline.whole.fence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eyeline.whole.OnTheProduct;
import eyeline.whole.Product;
import eyeline.whole.wire.AgentDesk;
import eyeline.whole.wire.Body;
import eyeline.whole.wire.Brand;
import eyeline.whole.wire.Consumer;
import eyeline.whole.wire.Desk;
import eyeline.whole.wire.Scene;
import eyeline.whole.wire.Wire;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.WebSocketHandshakeException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** docs/who-may.md on real sockets: every message × everybody × what is one's own, a colleague's, and another account's. */
@OnTheProduct
@Tag("long")
class WhoMaySayTest {
    private static final Set<String> NOT_OFFERED = Set.of("GENERATE_UPLOAD_URL", "GENERATE_DOWNLOAD_URL", "GENERATE_UPLOAD_TOKEN");
    private static final Set<String> BEFORE_THE_GREETING = Set.of("INIT_CONNECTION", "GET_CLOCK");

    private final Product product;
    private final Brand brand;
    private final Scene own;
    private final Scene foreign;
    private final Map<String, Set<String>> table = new TreeMap<>();

    WhoMaySayTest(Product product) throws IOException {
        this.product = product;
        brand = new Brand(product);
        brand.user("agent", "AGENT");
        brand.user("colleague", "AGENT");
        brand.user("manager", "AGENT_MANAGER");
        Brand.made(brand.admin().change(brand.configuration("calls"), Body.of("consumerMayAsk", true)));
        own = Scene.in(product, brand, "agent");
        var other = new Brand(product);
        other.user("agent", "AGENT");
        foreign = Scene.in(product, other, "agent");
        Files.readAllLines(Path.of(System.getProperty("eyeline.docs"), "who-may.md")).stream().filter(l -> l.matches("\\| [A-Z_]+ \\|.*"))
                .map(line -> line.split("\\|")).forEach(c -> table.put(c[1].strip(), Set.of(c[2].strip().split(" "))));
    }

    @AfterEach
    void close() {
        own.close();
        foreign.close();
    }

    /** A message that would be good from who may send it; {@code named}: it names a conversation or a call. */
    private record Message(String type, JsonObject body, boolean named) {
    }

    private static Message about(String type, Object... body) {
        return new Message(type, Body.of(body), true);
    }

    private static Message plain(String type, Object... body) {
        return new Message(type, Body.of(body), false);
    }

    /** One of each, about this conversation and this call. */
    private static Map<String, Message> messages(String conversation, String call) {
        var all = new TreeMap<String, Message>();
        all.put("INIT_CONNECTION", plain("InitConnection"));
        all.put("GET_CLOCK", plain("GetClock"));
        all.put("KEEP_ALIVE", plain("KeepAlive"));
        all.put("SUBSCRIBE_CONVERSATIONS", plain("cqm.SubscribeExConversations", "convState", List.of("OPEN")));
        all.put("UNSUBSCRIBE_CONVERSATIONS", plain("cqm.UnsubscribeExConversations", "subscriptionId", "none"));
        all.put("REQUEST_CONVERSATION", plain("cm.ConsumerRequestConversation"));
        all.put("UPDATE_CONVERSATION", about("cm.UpdateConversationField", "conversationId", conversation, "conversationField",
                List.of(Body.of("field", "TTRField", "ttrType", "URGENT"))));
        all.put("SUBSCRIBE_EVENTS", about("ms.SubscribeMessagingEvents", "dialogId", conversation, "fromSeq", 0));
        all.put("QUERY_MESSAGES", about("ms.QueryMessages", "dialogId", conversation, "maxQuantity", 10));
        all.put("PUBLISH_EVENT", about("ms.PublishEvent", "dialogId", conversation, "conversationId", conversation,
                "event", Body.of("type", "ContentEvent", "contentType", "text/plain", "message", "planted")));
        all.put("GENERATE_UPLOAD_URL", plain("ms.GenerateURLForUploadFile"));
        all.put("GENERATE_DOWNLOAD_URL", plain("ms.GenerateURLForDownloadFile"));
        all.put("GENERATE_UPLOAD_TOKEN", plain("ms.GenerateUploadToken"));
        all.put("SET_PROFILE", plain("userprofile.SetUserProfile", "firstName", "Ida"));
        all.put("GET_PROFILE", plain("userprofile.GetUserProfile"));
        all.put("SET_AGENT_STATE", plain("routing.SetAgentState", "availability", "AWAY"));
        all.put("SUBSCRIBE_ROUTING_TASKS", plain("routing.SubscribeRoutingTasks"));
        all.put("MORE_ROUTING_TASKS", plain("routing.MoreRoutingTasks", "after", conversation));
        all.put("UPDATE_RING_STATE", about("routing.UpdateRingState", "ringId", conversation, "ringState", "REJECTED"));
        all.put("CALL_SUBSCRIBE", plain("call.Subscribe"));
        all.put("CALL_INVITE", about("call.Invite", "conversationId", conversation, "mode", "VOICE_CALL"));
        all.put("CALL_ASK", about("call.Ask", "conversationId", conversation, "mode", "VOICE_CALL"));
        all.put("CALL_PREPARE", about("call.Prepare", "callId", call, "offer", Body.of("type", "offer", "sdp", "v=0")));
        all.put("CALL_CANCEL", about("call.Cancel", "callId", call));
        all.put("CALL_ACCEPT", about("call.Accept", "callId", call, "mode", "VOICE_CALL"));
        all.put("CALL_DECLINE", about("call.Decline", "callId", call));
        all.put("CALL_JOIN", about("call.Join", "callId", call));
        all.put("CALL_CHANGE_MODE", about("call.ChangeMode", "callId", call, "mode", "VIDEO_CALL"));
        all.put("CALL_SIGNAL", about("call.Signal", "callId", call, "seq", 1, "signal", Body.json("{'kind':'candidate','candidate':null}")));
        all.put("CALL_SET_MEDIA_STATE", about("call.SetMediaState", "callId", call, "microphone", true, "camera", true));
        all.put("CALL_REPORT_QUALITY", about("call.ReportQuality", "callId", call, "quality", Desk.quality(1200)));
        all.put("CALL_END", about("call.End", "callId", call));
        all.put("CALL_FAIL", about("call.Fail", "callId", call, "failure", "MEDIA_FAILED"));
        all.put("CALL_RESUME", about("call.Resume", "callId", call, "sessionKey", "q1Jx0Qm3X2m0m3l8r9S5Vw"));
        all.put("CALL_GET_CONNECTION", about("call.GetConnection", "callId", call));
        return all;
    }

    private static String answered(Wire wire, Message message) {
        var answer = wire.ask(message.type(), message.body());
        return answer.getInt("code") + " " + (answer.get("body") instanceof JsonObject body ? body.getString("reason", "") : "");
    }

    @Test
    void everyMessageOfTheTableIsTriedHere() {
        assertEquals(table.keySet(), messages("", "").keySet());
    }

    @Test
    void whoComesThroughTheOtherDoorIsRefused() {
        var all = messages(own.conversation(), own.accepted(Scene.VIDEO));
        table.forEach((name, who) -> {
            for (var side : List.of("consumer", "agent")) {
                if (!who.contains(side)) {
                    var wire = (side.equals("agent") ? own.agent() : own.tab()).wire();
                    assertEquals("403 NOT_PERMITTED", answered(wire, all.get(name)), side + " " + name);
                }
            }
        });
    }

    /** Of one's own everything is answered or, where it is not the moment for it, refused as such. */
    @Test
    void whoMayIsNotRefusedForWhoTheyAre() {
        var wrong = new ArrayList<String>();
        table.forEach((name, who) -> who.forEach(side -> {
            var call = own.accepted(Scene.VIDEO);
            var answer = answered((side.equals("agent") ? own.agent() : own.tab()).wire(), messages(own.conversation(), call).get(name));
            // the key of a session is for a new socket
            var expected = NOT_OFFERED.contains(name) ? "501 NOT_SUPPORTED" : name.equals("CALL_RESUME") ? "403 NOT_THE_OWNER"
                    : name.equals("UNSUBSCRIBE_CONVERSATIONS") ? "(200|400|404).*" : "(200|409) .*";
            if (!answer.matches(expected)) {
                wrong.add(side + " " + name + ": " + answer);
            }
            own.agent().ends(call);
            own.tab().call(call, "ENDED");
        }));
        assertEquals(List.of(), wrong);
    }

    @Test
    void ofAnotherAccountNobodyFindsAnythingAndNothingChangesThere() {
        var call = foreign.accepted(Scene.VIDEO);
        foreign.agent().call(call, "ACCEPTED");
        var before = recordOf(foreign);
        var mark = foreign.agent().wire().heardUntilNow().size();
        var consumerMark = foreign.tab().wire().heardUntilNow().size();
        try (var manager = brand.desk("manager")) {
            var wrong = new ArrayList<String>();
            tried(messages(foreign.conversation(), call), Map.of("consumer", own.tab(), "agent", own.agent(), "manager", manager),
                    (name, role) -> Set.of("404 NOT_FOUND"), wrong);
            assertEquals(List.of(), wrong);
        }
        assertEquals(before, recordOf(foreign));
        assertEquals(mark, foreign.agent().wire().heardUntilNow().size() - 1, "the foreign agent heard of it");
        assertEquals(consumerMark, foreign.tab().wire().heardUntilNow().size() - 1, "the foreign consumer heard of it");
    }

    /** A manager sees every conversation of the account (P1) and takes part in none. */
    @Test
    void whoHasNoPartInAConversationMayAtMostSeeIt() {
        var call = own.accepted(Scene.VIDEO);
        own.agent().call(call, "ACCEPTED");
        var before = recordOf(own);
        try (var stranger = Consumer.signsUp(product.api(), brand.account()); var colleague = brand.desk("colleague"); var manager = brand.desk("manager")) {
            var wrong = new ArrayList<String>();
            tried(messages(own.conversation(), call), Map.of("consumer", stranger.opensTab(), "agent", colleague, "manager", manager),
                    (name, role) -> switch (name) {
                        case "CALL_INVITE" -> Set.of("403 NOT_ASSIGNED");
                        case "UPDATE_RING_STATE" -> Set.of("404 NOT_FOUND", "409 TAKEN");
                        case "SUBSCRIBE_EVENTS", "QUERY_MESSAGES" -> role.equals("manager") ? Set.of("200 ") : Set.of("404 NOT_FOUND");
                        case "PUBLISH_EVENT", "UPDATE_CONVERSATION" ->
                            role.equals("manager") ? Set.of("403 NOT_ASSIGNED", "403 NOT_PERMITTED") : Set.of("404 NOT_FOUND");
                        default -> Set.of("404 NOT_FOUND");
                    }, wrong);
            assertEquals(List.of(), wrong);
        }
        assertEquals(before, recordOf(own));
    }

    private interface Expected {
        Set<String> of(String name, String role);
    }

    private void tried(Map<String, Message> messages, Map<String, ? extends Desk> desks, Expected expected, List<String> wrong) {
        var tried = new ArrayList<String>();
        messages.forEach((name, message) -> desks.forEach((role, desk) -> {
            if (message.named() && table.get(name).contains(role.equals("consumer") ? "consumer" : "agent")) {
                tried.add(name);
                var answer = answered(desk.wire(), message);
                if (!expected.of(name, role).contains(answer)) {
                    wrong.add(role + " " + name + ": " + answer + ", not one of " + expected.of(name, role));
                }
            }
        }));
        assertTrue(tried.size() > 30, tried.toString());
    }

    private List<Object> recordOf(Scene scene) {
        var id = scene.conversation();
        return Arrays.asList(
                product.owner().query("select to_jsonb(t)::text as row from conversation t where conversation_id = ?::uuid", id),
                product.owner().query("select to_jsonb(t)::text as row from transcript_event t where conversation_id = ?::uuid order by sequence", id),
                product.owner().query("select to_jsonb(t)::text as row from call_event t where conversation_id = ?::uuid order by 1", id));
    }

    @Test
    void nobodyHasASocketWithoutALogInAndSaysNothingBeforeTheGreeting() {
        var all = messages(own.conversation(), own.accepted(Scene.VIDEO));
        try (var nobody = own.consumer().socket()) {
            var answers = all.entrySet().stream().filter(e -> table.get(e.getKey()).contains("consumer") && !BEFORE_THE_GREETING.contains(e.getKey()))
                    .collect(Collectors.toMap(Map.Entry::getKey, e -> answered(nobody, e.getValue())));
            assertEquals(Set.of("401 NOT_AUTHENTICATED"), Set.copyOf(answers.values()), answers.toString());
        }
        assertEquals(401, handshake("no-such-bearer"));
    }

    @Test
    void anAdministratorAndAnOperatorHaveNoWorkspace() {
        assertEquals(403, handshake(AgentDesk.logsIn(product.api(), brand.account(), "first").bearer()));
        assertEquals(401, handshake(AgentDesk.logsIn(product.api(), "0", "operator1").bearer()), "no log-in of this account");
        assertEquals(101, handshake(AgentDesk.logsIn(product.api(), brand.account(), "manager").bearer()));
    }

    private int handshake(String bearer) {
        try {
            Wire.open(product.api().client(), product.api().agentSocket(brand.account(), bearer), Map.of("Origin", product.origin())).close();
            return 101;
        } catch (CompletionException refused) {
            return ((WebSocketHandshakeException) refused.getCause()).getResponse().statusCode();
        }
    }
}
