package eyeline.container;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eyeline.core.call.CallMode;
import eyeline.core.presence.Connection;
import eyeline.core.result.RefusalReason;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;

/** P1 as the database adds it up: what a user may is what any of the user's profiles allows, for every set of four profiles. */
@InTheContainer
class ProfileUnionTest {
    private static final String ACCOUNT = "10000001";
    private static final Map<CallMode, String> PERMISSIONS = Map.of(CallMode.VOICE_CALL, "INITIATE_VOICE_CONVERSATION",
            CallMode.VIDEO_CALL, "INITIATE_LIVE_VIDEO_CONVERSATION");
    /** What each of the profiles allows: nothing, one, the other, both. */
    private static final List<List<String>> PROFILES = List.of(List.of(), List.of(PERMISSIONS.get(CallMode.VOICE_CALL)),
            List.of(PERMISSIONS.get(CallMode.VIDEO_CALL)), List.copyOf(PERMISSIONS.values()));

    @Inject
    Stage stage;

    @Deployment
    static EnterpriseArchive archive() {
        return TestArchive.withTests();
    }

    @Test
    void aUserMayWhatAnyProfileAllows() throws SQLException {
        var profiles = new ArrayList<UUID>();
        for (var allowed : PROFILES) {
            profiles.add(profile(allowed));
        }
        for (int set = 0; set < 1 << PROFILES.size(); set++) {
            var name = user(true);
            var union = new ArrayList<String>();
            for (int i = 0; i < PROFILES.size(); i++) {
                if ((set >> i & 1) == 1) {
                    give(name, profiles.get(i));
                    union.addAll(PROFILES.get(i));
                }
            }
            for (var mode : CallMode.values()) {
                assertEquals(union.contains(PERMISSIONS.get(mode)) ? null : RefusalReason.NOT_PERMITTED, invitation(name, mode), set + " " + mode);
            }
        }
    }

    @Test
    void aDisabledUserMayNothingWhateverTheProfilesAllow() throws SQLException {
        var name = user(false);
        give(name, profile(PROFILES.get(3)));
        for (var mode : CallMode.values()) {
            assertEquals(RefusalReason.NOT_PERMITTED, invitation(name, mode));
        }
    }

    private UUID profile(List<String> permissions) throws SQLException {
        var id = UUID.randomUUID();
        stage.query("insert into profile (profile_id, account_id, role, name) values (?, ?, 'AGENT', ?)", id, ACCOUNT, "Profile " + id);
        for (var permission : permissions) {
            stage.query("insert into profile_permission (account_id, profile_id, permission) values (?, ?, ?)", ACCOUNT, id, permission);
        }
        return id;
    }

    private String user(boolean enabled) throws SQLException {
        var id = UUID.randomUUID();
        stage.query("insert into app_user (user_pid, account_id, user_id, login_name, display_name, password_hash, enabled) values (?, ?, ?, ?, ?, '', ?)",
                id, ACCOUNT, id.toString().substring(0, 8), "u" + id, "Somebody", enabled);
        return "u" + id;
    }

    private void give(String name, UUID profile) throws SQLException {
        stage.query("insert into user_profile (account_id, user_pid, profile_id) select account_id, user_pid, ? from app_user where login_name = ?",
                profile, name);
    }

    /** Why this agent, who has a consumer's conversation, may not invite; null if the agent may. */
    private RefusalReason invitation(String agent, CallMode mode) throws SQLException {
        var desk = stage.desk(ACCOUNT, agent);
        var conversation = stage.conversation(stage.window(ACCOUNT, Connection.CALLS), desk);
        try {
            return Stage.reason(stage.calls.invite(desk, conversation, mode));
        } finally {
            stage.close(desk, conversation);
        }
    }
}
