package eyeline.web.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eyeline.core.call.CallMode;
import eyeline.core.call.CallPhase;
import eyeline.core.call.CallRight;
import eyeline.core.call.Calls;
import eyeline.core.call.MediaState;
import eyeline.core.call.Party;
import eyeline.core.call.QualityMark;
import eyeline.core.conversation.Audience;
import eyeline.core.conversation.ConversationState;
import eyeline.core.conversation.RingChange;
import eyeline.core.conversation.WaitingPage;
import eyeline.core.delivery.Notice;
import eyeline.core.presence.ConnectionId;
import eyeline.core.result.RefusalReason;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NotificationsTest {

    private static final String SUBSCRIPTION = "5d2c9c0e-0003-4f3b-8c11-9c2d7be0a003";

    @Test
    void writesACallsStateAsDocumented() {
        assertSame("call.StateNotification server",
                Notifications.callState(Samples.call(CallPhase.ACTIVE), Side.CONSUMER, Samples.CONSUMER_SOCKET));
        assertSame("call.StateNotification server accepted",
                Notifications.callState(Samples.connecting(), Side.CONSUMER, Samples.CONSUMER_SOCKET));
        assertFalse(Notifications.callState(Samples.connecting(), Side.CONSUMER, ConnectionId.random()).body().containsKey("connection"),
                "only the owner is told how to connect");
        assertSame("call.StateNotification server ended",
                Notifications.callState(Samples.call(CallPhase.ENDED), Side.CONSUMER, Samples.CONSUMER_SOCKET));
    }

    @Test
    void tellsEachSocketWhoseTheCallIs() {
        var ringing = Samples.call(CallPhase.INVITED);
        var active = Samples.call(CallPhase.ACTIVE);
        assertEquals("NONE", owner(Notifications.callState(ringing, Side.CONSUMER, Samples.CONSUMER_SOCKET)));
        assertEquals("THIS", owner(Notifications.callState(active, Side.AGENT, Samples.AGENT_SOCKET)));
        assertEquals("ELSEWHERE", owner(Notifications.callState(active, Side.CONSUMER, ConnectionId.random())));
    }

    @Test
    void writesSignalMediaStateAndRightsAsDocumented() {
        assertSame("call.SignalNotification server", Notifications.callSignal(new Notice.CallSignalled(Samples.CALL, Samples.ROUND, 1,
                "{\"kind\":\"description\",\"description\":{\"type\":\"offer\",\"sdp\":\"v=0\\r\\n…\"}}")));
        assertSame("call.MediaStateNotification server", Notifications.callMediaState(new Notice.CallMediaChanged(Samples.CALL, Party.CONSUMER,
                new MediaState(false, false, false, false, true, false, Optional.empty()))));
        assertSame("call.MediaStateNotification server waiting", Notifications.callMediaState(new Notice.CallMediaChanged(Samples.CALL,
                Party.CONSUMER, new MediaState(false, false, false, false, false, false, Optional.of(MediaState.Waiting.UNANSWERED_DEVICES)))));
        assertSame("call.QualityNotification server",
                Notifications.callQuality(new Notice.CallQualityChanged(Samples.CALL, Party.CONSUMER, QualityMark.FAIR)));
        assertSame("call.RightsNotification server", Notifications.callRights(new Notice.CallRightsChanged(Samples.CONVERSATION,
                CallRight.ALLOWED, new CallRight(Optional.of(
                        RefusalReason.NOT_PERMITTED.because("Your profile does not allow video calls."))))));
    }

    @Test
    void writesRingsAsDocumented() {
        var page = new WaitingPage(List.of(Samples.ring()), 5000);
        assertSame("routing.RoutingTaskNotification server", Notifications.waiting(SUBSCRIPTION, page));
        assertSame("routing.MoreRoutingTasksResponse server", new Responses("4", RequestType.MORE_ROUTING_TASKS).waiting(page));
        var change = Notifications.rings(SUBSCRIPTION, new Notice.RingsChanged(List.of(new RingChange(Samples.ring(), false)), 4999)).text();
        assertTrue(change.contains("\"type\":\"DELETE\"") && change.contains("\"total\":4999") && !change.contains("snapshot"), change);
    }

    @Test
    void writesAnswersAsDocumented() {
        var key = "1.q1Jx0Qm3X2m0m3l8r9S5Vw";
        assertSame("call.InviteResponse server", new Responses("11", RequestType.CALL_INVITE).invited(
                new Calls.Invited(Samples.CALL, Instant.ofEpochMilli(1_790_000_130_250L), key)));
        assertSame("call.AcceptResponse server",
                new Responses("13", RequestType.CALL_ACCEPT).accepted(new Calls.Accepted(Samples.CALL, key)));
        assertSame("call.GetConnectionResponse server", new Responses("23", RequestType.CALL_GET_CONNECTION)
                .connection(Samples.connecting().consumerConnection().orElseThrow()));
        assertSame("call.ResumeResponse server", new Responses("21", RequestType.CALL_RESUME).resumed(
                new Calls.Resumed("2.Zx81kQm3X2m0m3l8r9S5Vw", Samples.ROUND)));
        assertSame("refusal", new Responses("7", RequestType.CALL_INVITE).refused(
                RefusalReason.NOT_PERMITTED.because("Your profile does not allow video calls.")));
    }

    @Test
    void writesAConversationWithTheMainDialogFirst() {
        var details = details(Notifications.conversation(SUBSCRIPTION, true, Samples.withCall(CallPhase.INVITED), Side.CONSUMER));
        assertEquals("OPEN", details.getString("stage"));
        assertEquals(Samples.CONVERSATION.toString(), details.getJsonArray("dialogs").getJsonObject(0).getString("dialogId"));
        assertEquals("MAIN", details.getJsonArray("dialogs").getJsonObject(0).getString("dialogType"));
        assertEquals("Ana", details.getJsonArray("participants").getJsonObject(1).getString("name"));
        assertEquals(Samples.AGENT, details.getJsonObject("participantsPId").getJsonArray("ASSIGNED_AGENT").getString(0));
    }

    @Test
    void writesTheCallDialogWithTheSecretForTheConsumerAlone() {
        assertEquals(Samples.CONSUMER + "#5e5e5e5e-4444-4a51-9d0e-7c1f2a3b4c5d", metaData(CallPhase.INVITED, Side.CONSUMER).getString("serviceId"));
        assertEquals(Samples.CONSUMER, metaData(CallPhase.INVITED, Side.AGENT).getString("serviceId"));
    }

    @Test
    void writesExpiresInSecondsWithFraction() {
        assertEquals("1790000130.250", metaData(CallPhase.INVITED, Side.CONSUMER).get("expires").toString());
    }

    @Test
    void namesTheStatesOfTheDocumentedApi() {
        assertEquals("INVITED", metaData(CallPhase.INVITED, Side.CONSUMER).getString("sessionState"));
        assertEquals("accepted", metaData(CallPhase.AGENT_JOINED, Side.CONSUMER).getString("notificationKey"));
        assertEquals("joined", metaData(CallPhase.CONSUMER_JOINED, Side.CONSUMER).getString("notificationKey"));
        assertEquals("CLOSED", metaData(CallPhase.ENDED, Side.CONSUMER).getString("sessionState"));
        assertFalse(metaData(CallPhase.ENDED, Side.CONSUMER).containsKey("notificationKey"));
    }

    @Test
    void writesAnEmptySnapshotAsAnEmptyArray() {
        var body = Notifications.snapshot(SUBSCRIPTION, List.of(), Side.CONSUMER).body();
        assertTrue(body.getJsonArray("changes").isEmpty());
    }

    @Test
    void deletesWithTheFullResult() {
        var text = Notifications.conversation(SUBSCRIPTION, false, Samples.view(ConversationState.CLOSE, 2), Side.CONSUMER).text();
        assertTrue(text.contains("\"DELETE\"") && text.contains("participantsDetails"), text);
    }

    @Test
    void writesAnEventWithItsOriginator() {
        var change = Notifications.events(Samples.CONVERSATION.value(), List.of(Samples.event(5, Audience.ALL)))
                .body().getJsonArray("changes").getJsonObject(0);
        assertEquals(5, change.getInt("sequence"));
        assertEquals("ASSIGNED_AGENT", change.getJsonObject("originatorMetadata").getString("role"));
        assertEquals("ALL", change.getString("messageAudience"));
        assertEquals("How can I help?", change.getJsonObject("event").getString("message"));
    }

    @Test
    void writesAnEventThatIsNotKeptWithoutSequenceAndTime() {
        var change = Notifications.events(Samples.CONVERSATION.value(), List.of(Samples.event(0, Audience.ALL)))
                .body().getJsonArray("changes").getJsonObject(0);
        assertFalse(change.containsKey("sequence"));
        assertFalse(change.containsKey("serverTimestamp"));
    }

    @Test
    void onlyEventsAreCalledMessagingEvents() {
        for (NotificationType type : NotificationType.values()) {
            assertEquals(type == NotificationType.EVENTS, type.wireName().contains("MessagingEvent"), type.wireName());
        }
        for (RequestType type : RequestType.values()) {
            assertFalse(type.responseName().contains("MessagingEvent"), type.responseName());
        }
    }

    private static JsonObject metaData(CallPhase phase, Side reader) {
        return details(Notifications.conversation(SUBSCRIPTION, true, Samples.withCall(phase), reader))
                .getJsonArray("dialogs").getJsonObject(1).getJsonObject("metaData");
    }

    private static JsonObject details(Notification notification) {
        return notification.body().getJsonArray("changes").getJsonObject(0)
                .getJsonObject("result").getJsonObject("conversationDetails");
    }

    private static String owner(Notification notification) {
        return notification.body().getString("owner");
    }

    private static void assertSame(String block, ServerMessage message) {
        assertEquals(StrictJson.read(Fixtures.blocks().get(block)).orElseThrow(), StrictJson.read(message.text()).orElseThrow());
    }
}
