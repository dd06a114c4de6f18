package eyeline.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import eyeline.core.call.CallMode;
import eyeline.core.presence.Connection;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept for ever cannot be changed by the application, whatever it tries. */
@InTheContainer
class InsertOnlyTest {
    /** PostgreSQL's code for insufficient_privilege. */
    private static final String REFUSED = "42501";

    @Inject
    Stage stage;

    @Deployment
    static EnterpriseArchive archive() {
        return TestArchive.withTests();
    }

    @ParameterizedTest
    @ValueSource(strings = {"update call_event set cause = 'HUNG_UP'", "delete from call_event", "truncate call_event",
        "update transcript_event set event = '{}'", "delete from transcript_event",
        "with forgetting as (select set_config('eyeline.forgetting', 'on', true)) delete from transcript_event", "truncate transcript_event",
        "alter table call_event disable trigger all", "drop table call_event", "select rebuild_open_call()",
        "update account_origin set origin = 'https://else.example'", "delete from conversation"})
    void theApplicationsRoleIsRefused(String statement) throws SQLException {
        var desk = stage.desk("10000001", "agent1");
        var conversation = stage.conversation(stage.window("10000001", Connection.CALLS), desk);
        var call = Stage.value(stage.calls.invite(desk, conversation, CallMode.VOICE_CALL)).callId();
        var before = stage.query("select * from call_event where call_id = ?", call.value());
        assertEquals(REFUSED, assertThrows(SQLException.class, () -> stage.query(statement)).getSQLState());
        assertEquals(before, stage.query("select * from call_event where call_id = ?", call.value()));
        stage.close(desk, conversation);
    }
}
