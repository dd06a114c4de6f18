package eyeline.container;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eyeline.core.call.CallMode;
import eyeline.core.conversation.ConversationId;
import eyeline.core.conversation.Retention;
import eyeline.core.presence.Connection;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;

/** What was said is forgotten when its account wants it, and nothing else ever. */
@InTheContainer
class RetentionTest {
    private static final String KEEPS_A_WEEK = "10000001";
    private static final String KEEPS_FOR_EVER = "10000002";

    @Inject
    Stage stage;
    @Inject
    Retention retention;

    @Deployment
    static EnterpriseArchive archive() {
        return TestArchive.withTests();
    }

    @Test
    void forgetsWhatWasSaidAWeekAfterTheCloseAndKeepsTheRecordOfCalls() throws SQLException {
        stage.query("update account set retention_days = 7 where account_id = ?", KEEPS_A_WEEK);
        try {
            var old = closed(KEEPS_A_WEEK, "agent1", 8);
            var young = closed(KEEPS_A_WEEK, "agent1", 6);
            var elsewhere = closed(KEEPS_FOR_EVER, "agent3", 4_000);
            retention.forget();
            assertEquals(0, count("transcript_event", old));
            assertEquals(2, count("call_event", old));
            assertEquals(1, count("conversation", old));
            assertEquals(2, count("transcript_event", young));
            assertEquals(2, count("transcript_event", elsewhere));
        } finally {
            stage.query("update account set retention_days = 0 where account_id = ?", KEEPS_A_WEEK);
        }
    }

    /** A conversation with an invitation and its end, closed so many days ago. */
    private ConversationId closed(String account, String agent, int daysAgo) throws SQLException {
        var desk = stage.desk(account, agent);
        var id = stage.conversation(stage.window(account, Connection.CALLS), desk);
        Stage.value(stage.calls.invite(desk, id, CallMode.VOICE_CALL));
        stage.close(desk, id);
        stage.query("update conversation set ended_at = now() - make_interval(days => ?) where conversation_id = ?", daysAgo, id.value());
        return id;
    }

    private long count(String table, ConversationId id) throws SQLException {
        return ((Number) stage.query("select count(*) as n from " + table + " where conversation_id = ?", id.value()).get(0).get("n")).longValue();
    }
}
