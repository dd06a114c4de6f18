package eyeline.store.user;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Users with what their profiles give them, and their log-ins. */
@Dependent
public class UserStore {
    @PersistenceContext(unitName = "eyeline")
    EntityManager em;

    public Optional<UserRow> find(UUID userPid) {
        return Optional.ofNullable(em.find(UserRow.class, userPid));
    }

    public Optional<UserRow> findByLogin(String accountId, String loginName) {
        return em.createQuery(
                        "from UserRow where accountId = :account and deletedAt is null and lower(loginName) = lower(:login)",
                        UserRow.class)
                .setParameter("account", accountId)
                .setParameter("login", loginName)
                .getResultStream().findFirst();
    }

    public Optional<UserRow> findByUserId(String accountId, String userId) {
        return em.createQuery("from UserRow where accountId = :account and userId = :id", UserRow.class)
                .setParameter("account", accountId)
                .setParameter("id", userId)
                .getResultStream().findFirst();
    }

    public List<UserRow> findAll(Collection<UUID> userPids) {
        if (userPids.isEmpty()) {
            return List.of();
        }
        return em.createQuery("from UserRow where userPid in :pids", UserRow.class)
                .setParameter("pids", userPids)
                .getResultList();
    }

    /** The roles of a user's profiles. */
    @SuppressWarnings("unchecked")
    public Set<String> roles(UUID userPid) {
        return Set.copyOf(em.createNativeQuery("""
                select distinct p.role from user_profile u join profile p using (profile_id) where u.user_pid = :pid""",
                String.class).setParameter("pid", userPid).getResultList());
    }

    /** What an enabled user may do: the union of the profiles; nothing for a disabled one. */
    @SuppressWarnings("unchecked")
    public Set<String> permissions(UUID userPid) {
        return Set.copyOf(em.createNativeQuery("""
                select distinct pp.permission
                from app_user a join user_profile u using (user_pid) join profile_permission pp using (profile_id)
                where a.user_pid = :pid and a.enabled""",
                String.class).setParameter("pid", userPid).getResultList());
    }

    /** The ids of a user's skills. */
    @SuppressWarnings("unchecked")
    public Set<String> skills(UUID userPid) {
        return Set.copyOf(em.createNativeQuery("select skill_id from user_skill where user_pid = :pid", String.class)
                .setParameter("pid", userPid).getResultList());
    }

    /** The skills of each user of an account who has one, by PID. */
    @SuppressWarnings("unchecked")
    public Map<String, Set<String>> skillsOfAccount(String accountId) {
        var skills = new HashMap<String, Set<String>>();
        em.createNativeQuery("select cast(user_pid as text), skill_id from user_skill where account_id = :account", Object[].class)
                .setParameter("account", accountId)
                .getResultList().forEach(row -> skills.computeIfAbsent((String) ((Object[]) row)[0], pid -> new HashSet<>())
                        .add((String) ((Object[]) row)[1]));
        return skills;
    }

    public boolean skillExists(String accountId, String skillId) {
        return !em.createNativeQuery(
                        "select 1 from skill where account_id = :account and skill_id = :skill", Integer.class)
                .setParameter("account", accountId)
                .setParameter("skill", skillId)
                .getResultList().isEmpty();
    }

    public void addSession(AgentSessionRow session) {
        em.persist(session);
    }

    public Optional<AgentSessionRow> session(byte[] bearerDigest) {
        return Optional.ofNullable(em.find(AgentSessionRow.class, bearerDigest));
    }

    public void removeSession(byte[] bearerDigest) {
        em.createQuery("delete from AgentSessionRow where bearerDigest = :digest")
                .setParameter("digest", bearerDigest)
                .executeUpdate();
    }

    /** Ends the log-ins of a user. */
    public void removeSessionsOf(UUID userPid) {
        em.createQuery("delete from AgentSessionRow where userPid = :pid").setParameter("pid", userPid).executeUpdate();
    }

    /** Ends the log-ins of a user but one. */
    public void removeSessionsOf(UUID userPid, byte[] butBearerDigest) {
        em.createQuery("delete from AgentSessionRow where userPid = :pid and bearerDigest <> :digest")
                .setParameter("pid", userPid).setParameter("digest", butBearerDigest).executeUpdate();
    }

    /** Gives a user another password; false if it is not the one that {@code seen} has any more. */
    public boolean replacePassword(UserRow seen, String passwordHash) {
        return em.createQuery("""
                        update UserRow set passwordHash = :hash, version = version + 1
                        where userPid = :pid and passwordHash = :seen and enabled = true""")
                .setParameter("hash", passwordHash).setParameter("pid", seen.userPid).setParameter("seen", seen.passwordHash)
                .executeUpdate() == 1;
    }

    /** Ends every log-in of an account. */
    public void removeSessionsOfAccount(String accountId) {
        em.createQuery("delete from AgentSessionRow where accountId = :account").setParameter("account", accountId).executeUpdate();
    }

    public void removeSessionsExpiredBefore(Instant now) {
        em.createQuery("delete from AgentSessionRow where expiresAt < :now").setParameter("now", now).executeUpdate();
    }
}
