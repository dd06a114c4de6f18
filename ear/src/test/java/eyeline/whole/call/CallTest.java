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
import eyeline.whole.wire.AgentDesk;
import eyeline.whole.wire.Body;
import eyeline.whole.wire.Consumer;
import eyeline.whole.wire.Desk;
import eyeline.whole.wire.Scene;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The life of a call over sockets, with what both sides are told and what the event log keeps. */
@OnTheProduct
class CallTest {
    private static final String SDP = "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n";
    /** Who is away may come back for 30 seconds. */
    private static final Duration LONGER_THAN_GRACE = Duration.ofSeconds(45);
    private final Product product;

    CallTest(Product product) {
        this.product = product;
    }

    @Test
    void anAcceptedCallIsActiveWhenBothHaveJoinedAndItsDurationRunsFromThere() {
        try (var scene = Scene.of(product)) {
            var call = scene.accepted(VIDEO);
            ok(scene.tab().joins(call));
            scene.agent().call(call, "CONSUMER_JOINED");
            ok(scene.agent().joins(call));
            var active = scene.tab().call(call, "ACTIVE");
            ok(scene.tab().ends(call));
            for (var desk : List.of(scene.tab(), scene.agent())) {
                var ended = desk.call(call, "ENDED");
                assertEquals("CONSUMER", ended.getString("endReason"));
                assertEquals("HUNG_UP", ended.getString("cause"));
                assertEquals(ended.getJsonNumber("endedAt").longValue() - active.getJsonNumber("activeSince").longValue(),
                        ended.getJsonNumber("durationMs").longValue());
            }
            var log = log(call);
            assertEquals(List.of("INVITED", "ACCEPTED", "CONSUMER_JOINED", "AGENT_JOINED", "ENDED"), column(log, "type"));
            assertEquals(List.of(1, 2, 3, 4, 5), column(log, "seq"));
            assertEquals(List.of("AGENT", "CONSUMER", "CONSUMER", "AGENT", "CONSUMER"), column(log, "party"));
            var end = log.get(4);
            assertEquals("CONSUMER", end.get("end_reason"));
            assertEquals("HUNG_UP", end.get("cause"));
            assertEquals(2, end.get("participants"));
            assertEquals(scene.agent().logIn().pid(), end.get("agent_id"));
            assertEquals(scene.consumer().id(), end.get("consumer_id"));
            assertEquals(scene.tab().call(call, "ENDED").getJsonNumber("durationMs").longValue(), end.get("duration_ms"));
        }
    }

    private List<Map<String, Object>> log(String call) {
        return product.owner().query("select * from call_event where call_id = ? order by seq", Sql.uuid(call));
    }

    private static List<Object> column(List<Map<String, Object>> rows, String name) {
        return rows.stream().map(row -> row.get(name)).toList();
    }

    @Test
    void theAgentHangsUp() {
        try (var scene = Scene.of(product)) {
            var call = scene.talks(VOICE);
            ok(scene.agent().ends(call));
            assertEnded(scene, call, "AGENT", "HUNG_UP");
        }
    }

    private void assertEnded(Scene scene, String call, String endReason, String cause) {
        for (var desk : List.of(scene.tab(), scene.agent())) {
            var ended = desk.call(call, "ENDED");
            assertEquals(endReason, ended.getString("endReason"));
            assertEquals(cause, ended.getString("cause"));
        }
        var log = log(call);
        assertEquals(endReason, log.get(log.size() - 1).get("end_reason"));
        assertEquals(cause, log.get(log.size() - 1).get("cause"));
        assertEquals(1, log.stream().filter(row -> "ENDED".equals(row.get("type"))).count());
        assertEquals(List.of(), product.owner().query("select * from open_call where call_id = ?", Sql.uuid(call)));
    }

    @Test
    void theConsumerDeclines() {
        try (var scene = Scene.of(product)) {
            var call = scene.rings(VIDEO);
            ok(scene.tab().declines(call));
            assertEnded(scene, call, "CONSUMER", "DECLINED");
            assertEquals(0, log(call).get(1).get("participants"));
        }
    }

    @Test
    void theAgentCancels() {
        try (var scene = Scene.of(product)) {
            var call = scene.rings(VIDEO);
            ok(scene.agent().cancels(call));
            assertEnded(scene, call, "AGENT", "CANCELLED");
            assertEquals(409, scene.tab().accepts(call, VIDEO).getInt("code"));
        }
    }

    @Test
    @SuppressWarnings("try") // the resource is a setting that is put back
    void anInvitationExpiresAfterTheAccountsTime() throws Exception {
        try (var shorter = new InvitationTime(product, 5); var scene = Scene.of(product)) {
            var before = System.nanoTime();
            var call = scene.rings(VIDEO);
            assertEnded(scene, call, "TIMEOUT", "EXPIRED");
            var took = (System.nanoTime() - before) / 1_000_000;
            assertTrue(took >= 4900 && took < 9000, took + " ms");
            assertEquals(409, scene.tab().accepts(call, VIDEO).getInt("code"));
        }
    }

    /** Another time for invitations of the sample's first account, until it is closed. */
    private record InvitationTime(Product product, Object before) implements AutoCloseable {

        InvitationTime(Product product, int seconds) throws SQLException {
            this(product, product.owner().one("select invitation_seconds from account where account_id = ?", Scene.ACCOUNT));
            set(seconds);
        }

        private void set(Object seconds) throws SQLException {
            product.owner().update("update account set invitation_seconds = ? where account_id = ?", seconds, Scene.ACCOUNT);
        }

        @Override
        public void close() throws SQLException {
            set(before);
        }
    }

    @Test
    void aVideoInvitationCanBeAcceptedWithVoiceOnly() {
        try (var scene = Scene.of(product)) {
            var call = scene.rings(VIDEO);
            ok(scene.tab().accepts(call, VOICE));
            assertEquals(VOICE, scene.agent().call(call, "ACCEPTED").getString("acceptedMode"));
            assertEquals(VIDEO, scene.agent().call(call, "ACCEPTED").getString("mode"));
        }
    }

    @Test
    void aVoiceInvitationCannotBeAcceptedWithVideo() {
        try (var scene = Scene.of(product)) {
            var call = scene.rings(VOICE);
            assertEquals(409, scene.tab().accepts(call, VIDEO).getInt("code"));
            ok(scene.tab().accepts(call, VOICE));
        }
    }

    @Test
    void aSideThatCannotGoOnEndsTheCallForBothWithTheSameErrorId() {
        var errorIds = new HashMap<>(Map.of("CAMERA_FORBIDDEN", "FORBIDDEN_BY_PAGE", "MICROPHONE_WITHHELD", "WITHHELD_BY_SYSTEM",
                "MICROPHONE_UNANSWERED", "DEVICES_UNANSWERED", "NOT_AGREED", "UNABLE_TO_CONNECT"));
        errorIds.putAll(Map.of("BROWSER_NOT_SUPPORTED", "BROWSER_NOT_SUPPORTED", "CAMERA_DENIED", "NO_CAMERA_ACCESS",
                "MICROPHONE_DENIED", "NO_MICROPHONE_ACCESS", "CAMERA_MISSING", "NO_CAMERA_ACCESS", "MICROPHONE_MISSING",
                "NO_MICROPHONE_ACCESS", "CAMERA_BUSY", "DEVICE_BUSY", "MICROPHONE_BUSY", "DEVICE_BUSY", "MEDIA_FAILED",
                "UNABLE_TO_CONNECT", "RELAY_REFUSED", "UNABLE_TO_CONNECT"));
        try (var scene = Scene.of(product)) {
            errorIds.forEach((failure, errorId) -> {
                var call = scene.accepted(VIDEO);
                ok(scene.tab().fails(call, failure));
                for (var desk : List.of(scene.tab(), scene.agent())) {
                    assertEquals(errorId, desk.call(call, "ENDED").getString("errorId"), failure);
                }
                assertEquals(errorId, log(call).get(2).get("error_id"));
            });
        }
    }

    @Test
    void aBrowserThatCannotCallSaysSoInsteadOfAccepting() {
        try (var scene = Scene.of(product)) {
            var call = scene.rings(VIDEO);
            ok(scene.tab().fails(call, "BROWSER_NOT_SUPPORTED"));
            assertEnded(scene, call, "CONSUMER", "UNSUPPORTED_BROWSER");
        }
    }

    @Test
    void signalsPassAsTheyAreInOrderAndOnlyAfterTheAccept() {
        try (var scene = Scene.of(product)) {
            var call = scene.rings(VIDEO);
            assertEquals(409, scene.agent().describes(call, 1, "offer", SDP).getInt("code"));
            ok(scene.tab().accepts(call, VIDEO));
            ok(scene.agent().describes(call, 1, "offer", SDP));
            for (int i = 2; i <= 30; i++) {
                ok(scene.agent().offersCandidate(call, i, "candidate:" + i + " 1 udp 1 192.0.2.7 9 typ host"));
            }
            scene.tab().wire().notification("call.SignalNotification", b -> b.getInt("seq") == 30);
            var signals = scene.tab().wire().notifications("call.SignalNotification");
            assertEquals(java.util.stream.IntStream.rangeClosed(1, 30).boxed().toList(),
                    signals.stream().map(s -> s.getInt("seq")).toList());
            assertEquals(SDP, signals.get(0).getJsonObject("signal").getJsonObject("description").getString("sdp"));
            assertTrue(scene.agent().wire().notifications("call.SignalNotification").isEmpty());
            ok(scene.agent().ends(call));
            assertEquals(404, scene.agent().describes(call, 31, "offer", SDP).getInt("code"));
        }
    }

    @Test
    void muteAndCameraAreToldToTheOtherSide() {
        try (var scene = Scene.of(product)) {
            var call = scene.talks(VIDEO);
            ok(scene.tab().wire().ask("call.SetMediaState", Body.of("callId", call, "microphone", true, "camera", false)));
            var told = scene.agent().wire().notification("call.MediaStateNotification", b -> call.equals(b.getString("callId")));
            assertEquals("CONSUMER", told.getString("party"));
            assertTrue(told.getBoolean("microphone"));
            assertFalse(told.getBoolean("camera"));
        }
    }

    @Test
    void whatTheSystemMutesAndWhatASideWaitsForAreToldToTheOtherSide() {
        try (var scene = Scene.of(product)) {
            var call = scene.accepted(VIDEO);
            var state = Body.of("callId", call, "microphone", false, "camera", false);
            ok(scene.tab().wire().ask("call.SetMediaState", Json.createObjectBuilder(state).add("waitingFor", "UNANSWERED_DEVICES").build()));
            scene.agent().wire().notification("call.MediaStateNotification", b -> b.getString("waitingFor", "").equals("UNANSWERED_DEVICES"));
            ok(scene.tab().wire().ask("call.SetMediaState", Json.createObjectBuilder(state).add("systemMutedMicrophone", true).build()));
            var told = scene.agent().wire().notification("call.MediaStateNotification", b -> b.getBoolean("systemMutedMicrophone"));
            assertFalse(told.containsKey("waitingFor"));
            assertFalse(told.getBoolean("systemMutedCamera"));
        }
    }

    @Test
    void oneTabHasTheCallAndTheOtherIsToldThatItIsElsewhere() {
        try (var scene = Scene.of(product)) {
            var second = scene.consumer().opensTab();
            var call = scene.rings(VIDEO);
            assertEquals("NONE", second.call(call, "INVITED").getString("owner"));
            ok(scene.tab().accepts(call, VIDEO));
            assertEquals("THIS", scene.tab().call(call, "ACCEPTED").getString("owner"));
            assertEquals("ELSEWHERE", second.call(call, "ACCEPTED").getString("owner"));
            assertEquals(409, second.accepts(call, VIDEO).getInt("code"));
            assertEquals("NOT_THE_OWNER", second.joins(call).getJsonObject("body").getString("reason"));
            assertEquals("NOT_THE_OWNER", second.ends(call).getJsonObject("body").getString("reason"));
            assertEquals("NOT_THE_OWNER", second.describes(call, 1, "answer", SDP).getJsonObject("body").getString("reason"));
        }
    }

    @Test
    void ofTwoTabsThatAcceptAtOnceOneHasTheCall() throws Exception {
        try (var scene = Scene.of(product)) {
            var second = scene.consumer().opensTab();
            var call = scene.rings(VIDEO);
            second.call(call, "INVITED");
            var first = scene.tab().wire().send("call.Accept", Body.of("callId", call, "mode", VIDEO));
            var other = second.wire().send("call.Accept", Body.of("callId", call, "mode", VIDEO));
            var codes = List.of(scene.tab().wire().answer(first).getInt("code"), second.wire().answer(other).getInt("code"));
            assertTrue(codes.contains(200) && codes.contains(409), codes.toString());
            assertEquals(1, log(call).stream().filter(row -> "ACCEPTED".equals(row.get("type"))).count());
        }
    }

    @Test
    void aSideWhoseSocketStaysAwayLosesTheCallForBoth() {
        try (var scene = Scene.of(product)) {
            var call = scene.talks(VIDEO);
            scene.tab().wire().abort();
            var ended = scene.agent().call(LONGER_THAN_GRACE, call, "ENDED");
            assertEquals("CONNECTION_LOST", ended.getString("cause"));
            assertEquals("CONSUMER_DISCONNECTED", ended.getString("errorId"));
            assertEquals("CONNECTION_LOST", log(call).get(4).get("cause"));
        }
    }

    @Test
    void closingTheConversationEndsItsCall() {
        try (var scene = Scene.of(product)) {
            var call = scene.talks(VIDEO);
            scene.tab().closes(scene.conversation());
            assertEnded(scene, call, "CONSUMER", "CONVERSATION_CLOSED");
        }
    }

    @Test
    void aConversationHasOneOpenCall() {
        try (var scene = Scene.of(product)) {
            scene.rings(VOICE);
            assertEquals("CALL_OPEN", scene.agent().invites(scene.conversation(), VOICE).getJsonObject("body").getString("reason"));
        }
    }

    @Test
    void anAgentHasOneOpenCall() {
        try (var scene = Scene.of(product); var other = Scene.of(product)) {
            scene.rings(VOICE);
            assertEquals("AGENT_BUSY", other.agent().invites(other.conversation(), VOICE).getJsonObject("body").getString("reason"));
        }
    }

    @Test
    void anAgentWithVoiceOnlyIsRefusedVideoAndToldSoBefore() {
        try (var scene = Scene.with(product, "agent2")) {
            var refused = scene.agent().invites(scene.conversation(), VIDEO);
            assertEquals(403, refused.getInt("code"));
            assertEquals("NOT_PERMITTED", refused.getJsonObject("body").getString("reason"));
            var rights = scene.agent().wire().notification("call.RightsNotification",
                    b -> scene.conversation().equals(b.getString("conversationId")));
            assertTrue(rights.getJsonObject("voice").getBoolean("allowed"));
            assertFalse(rights.getJsonObject("video").getBoolean("allowed"));
            scene.rings(VOICE);
        }
    }

    @Test
    void aWindowWithoutTheFeatureIsNotRung() {
        try (var scene = Scene.withWindow(product, "RICH_CONTENT")) {
            var refused = scene.agent().invites(scene.conversation(), VIDEO);
            assertEquals(409, refused.getInt("code"));
            assertEquals("WINDOW_WITHOUT_CALLS", refused.getJsonObject("body").getString("reason"));
            assertFalse(scene.tab().wire().heardUntilNow().toString().contains("COBROWSE"));
        }
    }

    @Test
    void aConsumerWhoIsAwayIsNotRung() {
        try (var scene = Scene.of(product)) {
            scene.tab().close();
            scene.agent().event(e -> "BACKGROUND".equals(e.getJsonObject("event").getString("chatState", "")));
            assertEquals("CONSUMER_AWAY",
                    scene.agent().invites(scene.conversation(), VIDEO).getJsonObject("body").getString("reason"));
        }
    }

    @Test
    void everyWindowSeesTheDocumentedCallDialogStepByStep() {
        try (var scene = Scene.of(product); var old = scene.consumer().opensTab("CO_BROWSE")) {
            var call = scene.rings(VIDEO);
            var invited = dialog(old, scene, call, "INVITED", "");
            assertEquals("OTHER", invited.getString("dialogType"));
            assertEquals("OPEN", invited.getString("state"));
            var metaData = invited.getJsonObject("metaData");
            assertEquals(VIDEO, metaData.getString("mode"));
            assertEquals(call, metaData.getString("dialogId"));
            var expires = metaData.getJsonNumber("expires").doubleValue();
            var left = expires - System.currentTimeMillis() / 1000.0;
            assertTrue(left > 60 && left <= 120.5, "expires is in seconds: " + expires);
            var serviceId = metaData.getString("serviceId").split("#");
            assertEquals(scene.consumer().id(), serviceId[0]);
            assertEquals(36, serviceId[1].length());
            assertTrue(invited.getJsonArray("participants").toString().contains(Scene.ACCOUNT + "." + scene.agent().logIn().userId()));
            ok(scene.tab().accepts(call, VIDEO));
            assertEquals("OPEN", dialog(old, scene, call, "ACCEPTED", "accepted").getString("state"));
            ok(scene.tab().joins(call));
            assertEquals("OPEN", dialog(old, scene, call, "ACCEPTED", "joined").getString("state"));
            ok(scene.agent().ends(call));
            assertEquals("CLOSE", dialog(old, scene, call, "CLOSED", null).getString("state"));
        }
    }

    private static JsonObject dialog(Desk desk, Scene scene, String call, String sessionState, String key) {
        var result = desk.conversation(r -> scene.conversation().equals(r.getString("convId"))
                && cobrowse(r, call) != null && sessionState.equals(cobrowse(r, call).getJsonObject("metaData").getString("sessionState"))
                && (key == null || key.equalsIgnoreCase(cobrowse(r, call).getJsonObject("metaData").getString("notificationKey", ""))));
        return cobrowse(result, call);
    }

    private static JsonObject cobrowse(JsonObject result, String call) {
        return result.getJsonObject("conversationDetails").getJsonArray("dialogs").getValuesAs(JsonObject.class).stream()
                .filter(d -> "COBROWSE".equals(d.getString("channelType")) && call.equals(d.getString("dialogId")))
                .findFirst().orElse(null);
    }

    @Test
    void aWindowThatMissedTheEndSeesItWhenItComesBack() {
        try (var scene = Scene.of(product)) {
            var call = scene.talks(VIDEO);
            ok(scene.agent().ends(call));
            try (var late = scene.consumer().opensTab("CO_BROWSE")) {
                assertEquals("CLOSE", dialog(late, scene, call, "CLOSED", null).getString("state"));
            }
        }
    }

    @Test
    void theSecretHalfOfTheServiceIdNeverReachesAnAgentsSocket() {
        try (var scene = Scene.of(product); var manager = AgentDesk.connects(product.api(), Scene.ACCOUNT,
                AgentDesk.logsIn(product.api(), Scene.ACCOUNT, "manager1"))) {
            manager.wire().expect("cqm.SubscribeExConversations", Body.of("convState", List.of("OPEN")));
            var call = scene.talks(VIDEO);
            var secret = dialog(scene.tab(), scene, call, "INVITED", "").getJsonObject("metaData").getString("serviceId").split("#")[1];
            ok(scene.agent().ends(call));
            scene.agent().call(call, "ENDED");
            assertTrue(manager.wire().heardUntilNow().toString().contains(call), "the manager watches this call");
            assertFalse(manager.wire().heard().toString().contains(secret));
            assertFalse(scene.agent().wire().heardUntilNow().toString().contains(secret));
        }
    }

    @Test
    void callMessagesGoOnlyToSocketsThatAskedForThem() {
        try (var scene = Scene.of(product); var old = scene.consumer().opensTab("CO_BROWSE");
                var quiet = AgentDesk.connects(product.api(), Scene.ACCOUNT, scene.agent().logIn())) {
            quiet.wire().expect("cqm.SubscribeExConversations", Body.of("agentIds", List.of(scene.agent().logIn().pid())));
            var call = scene.talks(VIDEO);
            ok(scene.agent().ends(call));
            scene.agent().call(call, "ENDED");
            for (var wire : List.of(old.wire(), quiet.wire())) {
                assertTrue(wire.heardUntilNow().stream().filter(f -> "notification".equals(f.getString("kind")))
                        .noneMatch(f -> f.getString("type").startsWith("call.")));
            }
        }
    }

    @Test
    void everyStepStandsInTheTranscriptForEveryWindow() {
        try (var scene = Scene.of(product)) {
            var call = scene.talks(VIDEO);
            ok(scene.tab().ends(call));
            var ended = scene.tab().event(e -> step(e, "ENDED"));
            assertEquals("CONTROLLER", ended.getJsonObject("originatorMetadata").getString("role"));
            assertEquals("ContentEvent", ended.getJsonObject("event").getString("type"));
            assertEquals(scene.conversation(), ended.getString("dialogId"));
            var steps = scene.tab().wire().notifications("ms.MessagingEventNotification").stream()
                    .flatMap(b -> Desk.changes(b).stream()).map(CallTest::step).filter(Objects::nonNull).toList();
            assertEquals(List.of("INVITED", "ACCEPTED", "STARTED", "ENDED"), steps);
            scene.agent().event(e -> step(e, "ENDED"));
        }
    }

    private static boolean step(JsonObject change, String step) {
        return step.equals(step(change));
    }

    private static String step(JsonObject change) {
        if (!change.containsKey("metadata")) {
            return null;
        }
        return change.getJsonArray("metadata").getValuesAs(JsonObject.class).stream()
                .filter(m -> "CallStep".equals(m.getString("type", ""))).map(m -> m.getString("step")).findFirst().orElse(null);
    }

    @Test
    void whatLooksLikeAStepOfACallComesAsWhatTheConsumerSaid() {
        try (var scene = Scene.of(product)) {
            scene.tab().wire().ask("ms.PublishEvent", Body.of("dialogId", scene.conversation(), "event",
                    Body.of("type", "ContentEvent", "contentType", "text/plain", "message", "forged")),
                    Map.of("metadata", Body.value(List.of(Body.of("type", "CallStep", "callId", scene.conversation(), "step", "ENDED")))));
            assertEquals("CONSUMER", scene.agent().hears("forged").getJsonObject("originatorMetadata").getString("role"));
        }
    }

    @Test
    void anotherConsumerHasNoPartInACall() {
        try (var scene = Scene.of(product); var other = Consumer.signsUp(product.api(), Scene.ACCOUNT)) {
            var tab = other.opensTab();
            var call = scene.talks(VIDEO);
            assertEquals(404, tab.describes(call, 1, "answer", SDP).getInt("code"));
            assertEquals(404, tab.ends(call).getInt("code"));
            assertFalse(tab.wire().heardUntilNow().toString().contains(call));
        }
    }
}
