package eyeline.whole.wire;

import eyeline.whole.Sql;
import java.sql.SQLException;
import java.util.List;

/** Many people of an account at once, made in the database: signing up and logging in one by one would take minutes. */
public final class Crowd {
    private final Sql owner;
    private final String account;

    public Crowd(Sql owner, String account) {
        this.owner = owner;
        this.account = account;
    }

    /** So many more wait, the first of them since yesterday; all who wait, in the order of the line. */
    public List<String> waits(int many) {
        try {
            owner.update("""
                    insert into conversation (conversation_id, account_id, consumer_id, skill_id, channel, state, started_at, ttr_type,
                        ttr_seconds, updated_ms)
                    select gen_random_uuid(), ?, 'crowd-' || gen_random_uuid(), '-1', 'WEB_MESSAGING', 'OPEN', now() - interval '1 day'
                        + n * interval '1 second', 'NORMAL', 3600, (extract(epoch from now()) * 1000)::bigint
                    from generate_series(1, ?) n""", account, many);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return owner.query("select conversation_id from conversation where account_id = ? and state = 'OPEN' order by started_at", account)
                .stream().map(row -> row.get("conversation_id").toString()).toList();
    }

    /** All who wait have been taken by this agent (a PID). */
    public void isTakenBy(String agent) throws SQLException {
        owner.update("""
                insert into conversation_participant (conversation_id, participant_id, role)
                select conversation_id, ?, 'ASSIGNED_AGENT' from conversation where account_id = ? and state = 'OPEN'""", agent, account);
    }

    /** Copies of a user who works as an agent, each logged in with the bearer {@code <bearer>-<number from 1>}. */
    public void works(String user, int many, String bearer) throws SQLException {
        owner.update("""
                insert into app_user (user_pid, account_id, user_id, login_name, display_name, password_hash)
                select gen_random_uuid(), u.account_id, u.login_name || '-' || n, u.login_name || '-' || n, 'Agent ' || n, u.password_hash
                from app_user u, generate_series(1, ?) n where u.account_id = ? and u.login_name = ?""", many, account, user);
        owner.update("""
                insert into user_profile (user_pid, profile_id, account_id)
                select u.user_pid, p.profile_id, u.account_id from app_user u, app_user original join user_profile p using (user_pid)
                where u.account_id = ? and u.login_name like ? || '-%' and original.account_id = u.account_id and original.login_name = ?""",
                account, user, user);
        owner.update("""
                insert into agent_session (bearer_digest, csrf_digest, user_pid, account_id, created_at, expires_at)
                select sha256(convert_to(replace(u.login_name, ?, ?), 'UTF8')), sha256('none'), u.user_pid, u.account_id, now(),
                    now() + interval '1 hour'
                from app_user u where u.account_id = ? and u.login_name like ? || '-%'""", user, bearer, account, user);
    }

    /** Nobody waits any more, nor is anything open. */
    public void goes() throws SQLException {
        owner.update("update conversation set state = 'CLOSE', ended_at = now(), closed_by = 'SYSTEM' where account_id = ? and state = 'OPEN'", account);
    }
}
