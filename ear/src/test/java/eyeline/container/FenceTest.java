package eyeline.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eyeline.core.account.AccountId;
import eyeline.core.account.Accounts;
import eyeline.core.account.Fence;
import eyeline.core.call.CallId;
import eyeline.core.call.CallReader;
import eyeline.core.conversation.ConversationId;
import eyeline.core.conversation.ConversationReader;
import eyeline.core.user.Permission;
import eyeline.core.user.Permissions;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The second wall, with the first left out: nobody checks here whose something is, and still another account's rows are neither
 * seen nor written. What has to be fenced is asked of the database's own catalogue, so a new table cannot be forgotten.
 */
@InTheContainer
class FenceTest {
    private static final String MINE = "20000001";
    private static final String FOREIGN = "20000003";
    private static final UUID CONVERSATION = UUID.fromString("00000000-0000-4000-8000-000000000001");
    /** PostgreSQL's code for insufficient_privilege: also what row-level security answers. */
    private static final String REFUSED = "42501";

    @Inject
    Stage stage;
    @Inject
    Accounts accounts;
    @Inject
    ConversationReader conversations;
    @Inject
    CallReader calls;
    @Inject
    Permissions permissions;

    @Deployment
    static EnterpriseArchive archive() {
        return TestArchive.withTests();
    }

    @BeforeEach
    void openACall() throws SQLException {
        stage.query("insert into open_call values (?, ?, ?, 'agent', 10) on conflict do nothing", CONVERSATION, FOREIGN, CONVERSATION);
    }

    @AfterEach
    void closeIt() throws SQLException {
        stage.query("delete from open_call where call_id = ?", CONVERSATION);
    }

    /** Tables with the account in a column, and those that refer, by however many steps, to one that has it. */
    private List<String> tables() throws SQLException {
        return stage.query("""
                with recursive fenced as (
                    select c.oid from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'account_id'
                    where c.relkind in ('r', 'p') and c.relnamespace = current_schema()::regnamespace
                  union
                    select k.conrelid from pg_constraint k join fenced on k.confrelid = fenced.oid where k.contype = 'f')
                select oid::regclass::text as name from fenced order by 1""").stream().map(row -> (String) row.get("name")).toList();
    }

    @Test
    void everyTableWithRowsOfAnAccountIsFencedForReadingAndForWriting() throws SQLException {
        assertTrue(tables().size() >= 18, "the catalogue is not read: " + tables());
        for (var table : tables()) {
            assertEquals(true, stage.query("select relrowsecurity from pg_class where oid = ?::regclass", table).get(0)
                    .get("relrowsecurity"), table + " has no row-level security");
            var policies = stage.query("""
                    select policyname from pg_policies where tablename = ? and qual is not null and with_check is not null and cmd = 'ALL'
                    """, table);
            assertEquals(1, policies.size(), table + " needs one policy with using and with check");
        }
    }

    @Test
    void theApplicationsRoleCannotStepOverTheFence() throws SQLException {
        var role = stage.query("select rolsuper, rolbypassrls, pg_has_role(rolname, (select tableowner from pg_tables where "
                + "tablename = 'account' and schemaname = current_schema()), 'usage') as owner from pg_roles where rolname = current_user").get(0);
        assertEquals(false, role.get("rolsuper"));
        assertEquals(false, role.get("rolbypassrls"));
        assertEquals(false, role.get("owner"));
    }

    @Test
    void anotherAccountsRowsAreNotThere() throws SQLException {
        for (var table : tables()) {
            var foreign = stage.queryWithin(FOREIGN, "select to_jsonb(t)::text as row from " + table + " t");
            assertFalse(foreign.isEmpty(), "the test needs a row of " + FOREIGN + " in " + table + " (ContainerServer)");
            for (var row : List.of(foreign.get(0), foreign.get(foreign.size() - 1))) {
                var one = " from " + table + " t where to_jsonb(t) = ?::jsonb";
                assertEquals(1, stage.queryWithin("*", "select 1" + one, row.get("row")).size(), table);
                assertEquals(0, stage.queryWithin(MINE, "select 1" + one, row.get("row")).size(), table);
                assertEquals(0, stage.queryWithin("", "select 1" + one, row.get("row")).size(), table);
            }
        }
    }

    @Test
    void anotherAccountsRowsAreNotWritten() throws SQLException {
        for (var table : tables()) {
            var before = stage.queryWithin(FOREIGN, "select to_jsonb(t)::text as row from " + table + " t order by 1");
            var insert = "insert into " + table + " overriding system value select * from jsonb_populate_record(null::" + table + ", ?::jsonb)";
            var refused = assertThrows(SQLException.class, () -> stage.queryWithin(MINE, insert, before.get(0).get("row")), table);
            assertEquals(REFUSED, refused.getSQLState(), table + ": " + refused.getMessage());
            for (var statement : List.of("delete from " + table, "update " + table + " set " + column(table) + " = " + column(table))) {
                try {
                    assertEquals(0, stage.queryWithin(MINE, statement + " where to_jsonb(" + table + ") = ?::jsonb returning 1",
                            before.get(0).get("row")).size(), statement);
                } catch (SQLException withoutGrant) {
                    assertEquals(REFUSED, withoutGrant.getSQLState(), statement + ": " + withoutGrant.getMessage());
                }
            }
            assertEquals(before, stage.queryWithin(FOREIGN, "select to_jsonb(t)::text as row from " + table + " t order by 1"), table);
        }
    }

    private String column(String table) throws SQLException {
        return (String) stage.query("""
                select attname from pg_attribute where attrelid = ?::regclass and attnum > 0 and attidentity = '' order by attnum desc limit 1
                """, table).get(0).get("attname");
    }

    @Test
    void readersWhoAreAskedForAnothersIdsFindNothing() throws SQLException {
        var pid = stage.query("select user_pid from app_user where account_id = ? and login_name = 'agent1'", FOREIGN).get(0)
                .get("user_pid").toString();
        Fence.runWithin(new AccountId(FOREIGN), () -> {
            assertTrue(accounts.find(new AccountId(FOREIGN)).isPresent());
            assertTrue(conversations.find(new ConversationId(CONVERSATION)).isPresent());
            assertFalse(calls.stepsAfter(new CallId(CONVERSATION), 0).isEmpty());
            assertTrue(permissions.has(pid, Permission.INITIATE_VOICE_CONVERSATION));
        });
        Fence.runWithin(new AccountId(MINE), () -> {
            assertTrue(accounts.find(new AccountId(MINE)).isPresent());
            assertFalse(accounts.find(new AccountId(FOREIGN)).isPresent());
            assertFalse(conversations.find(new ConversationId(CONVERSATION)).isPresent());
            assertTrue(calls.stepsAfter(new CallId(CONVERSATION), 0).isEmpty());
            assertFalse(permissions.has(pid, Permission.INITIATE_VOICE_CONVERSATION));
        });
    }

    @Test
    void whoEnteredNowhereFindsNothingAndAConnectionCarriesNoFenceToTheNext() {
        for (int i = 0; i < 50; i++) {
            Fence.runWithin(new AccountId(MINE), () -> assertTrue(accounts.find(new AccountId(MINE)).isPresent()));
            assertFalse(Fence.nowhere(() -> accounts.find(new AccountId(MINE))).isPresent());
        }
    }
}
