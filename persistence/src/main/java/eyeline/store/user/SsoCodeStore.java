package eyeline.store.user;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Log-ins by the organisation's account that are on their way back to the page. */
@Dependent
public class SsoCodeStore {
    @PersistenceContext(unitName = "eyeline")
    EntityManager em;

    /** What was kept for a code. */
    public record SsoCode(UUID userPid, byte[] browserDigest, Instant expiresAt) {
    }

    public void add(byte[] codeDigest, byte[] browserDigest, String accountId, UUID userPid, Instant expiresAt) {
        em.createNativeQuery("""
                        insert into sso_code (code_digest, browser_digest, user_pid, account_id, expires_at)
                        values (:code, :browser, :pid, :account, :expires)""")
                .setParameter("code", codeDigest).setParameter("browser", browserDigest).setParameter("pid", userPid)
                .setParameter("account", accountId).setParameter("expires", expiresAt).executeUpdate();
    }

    /** Takes a code away; of two who ask at once one gets it. */
    @SuppressWarnings("unchecked")
    public Optional<SsoCode> take(byte[] codeDigest, String accountId) {
        List<Object[]> taken = em.createNativeQuery("""
                        delete from sso_code where code_digest = :code and account_id = :account
                        returning user_pid, browser_digest, expires_at""", Object[].class)
                .setParameter("code", codeDigest).setParameter("account", accountId).getResultList();
        return taken.stream().findFirst().map(row -> new SsoCode((UUID) row[0], (byte[]) row[1], (Instant) row[2]));
    }

    public void removeExpiredBefore(Instant now) {
        em.createNativeQuery("delete from sso_code where expires_at < :now").setParameter("now", now).executeUpdate();
    }
}
