package eyeline.container;

import static eyeline.core.call.CallMode.VIDEO_CALL;
import static eyeline.core.call.CallMode.VOICE_CALL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import eyeline.core.call.CallMode;
import eyeline.core.presence.Connection;
import eyeline.core.presence.Whereabouts;
import eyeline.core.result.RefusalReason;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;

/** Who may invite, checked in the EJB layer against profiles and switches that are really in the database. */
@InTheContainer
class PermissionTest {
    private static final String ACCOUNT = "10000001";

    @Inject
    Stage stage;

    @Deployment
    static EnterpriseArchive archive() {
        return TestArchive.withTests();
    }

    @Test
    void agent1MayInviteToVoiceAndToVideo() throws SQLException {
        assertNull(invitation(ACCOUNT, "agent1", VOICE_CALL));
        assertNull(invitation(ACCOUNT, "agent1", VIDEO_CALL));
    }

    @Test
    void agent2MayInviteToVoiceOnly() throws SQLException {
        assertNull(invitation(ACCOUNT, "agent2", VOICE_CALL));
        assertEquals(RefusalReason.NOT_PERMITTED, invitation(ACCOUNT, "agent2", VIDEO_CALL));
    }

    @Test
    void theAccountsSwitchesStandAboveProfiles() throws SQLException {
        assertEquals(RefusalReason.SWITCHED_OFF, invitation("20000002", "agent1", VOICE_CALL));
        assertEquals(RefusalReason.SWITCHED_OFF, invitation("20000002", "agent1", VIDEO_CALL));
        assertNull(invitation("20000003", "agent1", VOICE_CALL));
        assertEquals(RefusalReason.SWITCHED_OFF, invitation("20000003", "agent1", VIDEO_CALL));
    }

    /** Why an agent who has a consumer's conversation may not invite now; null if the agent may. */
    private RefusalReason invitation(String account, String agent, CallMode mode) throws SQLException {
        var desk = stage.desk(account, agent);
        var window = stage.window(account, Connection.CALLS);
        var conversation = stage.conversation(window, desk);
        try {
            return Stage.reason(stage.calls.invite(desk, conversation, mode));
        } finally {
            stage.close(desk, conversation);
        }
    }

    @Test
    void onlyTheAssignedAgentMayInvite() throws SQLException {
        var owner = stage.desk(ACCOUNT, "agent2");
        var conversation = stage.conversation(stage.window(ACCOUNT, Connection.CALLS), owner);
        assertEquals(RefusalReason.NOT_ASSIGNED,
                Stage.reason(stage.calls.invite(stage.desk(ACCOUNT, "manager1"), conversation, VOICE_CALL)));
        assertEquals(RefusalReason.NOT_ASSIGNED,
                Stage.reason(stage.calls.invite(stage.desk(ACCOUNT, "agent1"), conversation, VOICE_CALL)));
        stage.close(owner, conversation);
    }

    @Test
    void anAgentOfAnotherAccountDoesNotEvenFindTheConversation() throws SQLException {
        var owner = stage.desk(ACCOUNT, "agent1");
        var conversation = stage.conversation(stage.window(ACCOUNT, Connection.CALLS), owner);
        assertEquals(RefusalReason.NOT_FOUND,
                Stage.reason(stage.calls.invite(stage.desk("20000001", "agent1"), conversation, VOICE_CALL)));
        stage.close(owner, conversation);
    }

    @Test
    void callsExistInWebMessagingAlone() throws SQLException {
        var desk = stage.desk(ACCOUNT, "agent1");
        var conversation = stage.conversation(stage.window(ACCOUNT, Connection.CALLS), desk);
        stage.query("update conversation set channel = 'WHATSAPP' where conversation_id = ?", conversation.value());
        assertEquals(RefusalReason.CHANNEL_WITHOUT_CALLS, Stage.reason(stage.calls.invite(desk, conversation, VOICE_CALL)));
        stage.close(desk, conversation);
    }

    @Test
    void aWindowThatDidNotAnnounceCallsIsNotRung() throws SQLException {
        var desk = stage.desk(ACCOUNT, "agent1");
        var conversation = stage.conversation(stage.window(ACCOUNT, "RICH_CONTENT"), desk);
        assertEquals(RefusalReason.WINDOW_WITHOUT_CALLS, Stage.reason(stage.calls.invite(desk, conversation, VOICE_CALL)));
        stage.close(desk, conversation);
    }

    @Test
    void aConsumerWhoIsAwayIsNotRung() throws SQLException {
        var desk = stage.desk(ACCOUNT, "agent1");
        var window = stage.window(ACCOUNT, Connection.CALLS);
        var conversation = stage.conversation(window, desk);
        stage.presence.disconnected(window.id(), Whereabouts.LEFT, Duration.ZERO);
        assertEquals(RefusalReason.CONSUMER_AWAY, Stage.reason(stage.calls.invite(desk, conversation, VOICE_CALL)));
        stage.close(desk, conversation);
    }

    @Test
    void anAgentInACallIsBusyAndAConversationHasOneCall() throws SQLException {
        var desk = stage.desk(ACCOUNT, "agent1");
        var first = stage.conversation(stage.window(ACCOUNT, Connection.CALLS), desk);
        var second = stage.conversation(stage.window(ACCOUNT, Connection.CALLS), desk);
        Stage.value(stage.calls.invite(desk, first, VOICE_CALL));
        assertEquals(RefusalReason.CALL_OPEN, Stage.reason(stage.calls.invite(desk, first, VOICE_CALL)));
        assertEquals(RefusalReason.AGENT_BUSY, Stage.reason(stage.calls.invite(desk, second, VOICE_CALL)));
        stage.close(desk, first);
        assertNull(Stage.reason(stage.calls.invite(desk, second, VOICE_CALL)));
        stage.close(desk, second);
    }

    @Test
    void thePermissionIsAskedForAgainAtTheAcceptance() throws SQLException {
        var desk = stage.desk(ACCOUNT, "agent1");
        var window = stage.window(ACCOUNT, Connection.CALLS);
        var conversation = stage.conversation(window, desk);
        var call = Stage.value(stage.calls.invite(desk, conversation, VOICE_CALL)).callId();
        stage.query("update conversation set channel = 'SMS' where conversation_id = ?", conversation.value());
        assertEquals(RefusalReason.CHANNEL_WITHOUT_CALLS, Stage.reason(stage.calls.accept(window, call, VOICE_CALL)));
        assertEquals("PERMISSION_REVOKED", stage.query("select cause from call_event where call_id = ? and type = 'ENDED'",
                call.value()).get(0).get("cause"));
        stage.close(desk, conversation);
    }
}
