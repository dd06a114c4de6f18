package eyeline.store.user;

import eyeline.store.page.NamePage;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Users, profiles and skills as administrators change them. Everything asked for is of one account. */
@Dependent
public class PeopleStore {
    private static final String PRESENT = "e.accountId = :account and e.deletedAt is null";
    private static final String OF_ACCOUNT = "e.accountId = :account";

    @PersistenceContext(unitName = "eyeline")
    EntityManager em;

    public List<UserRow> users(String accountId, NamePage page) {
        return page.of(em, UserRow.class, PRESENT, "displayName", "userId", Map.of("account", accountId));
    }

    public long countUsers(String accountId, NamePage page) {
        return page.count(em, UserRow.class, PRESENT, "displayName", Map.of("account", accountId));
    }

    /** Users who were not deleted. */
    public long countUsers(String accountId) {
        return em.createQuery("select count(e) from UserRow e where " + PRESENT, Long.class).setParameter("account", accountId).getSingleResult();
    }

    /** A user who was not deleted. */
    public Optional<UserRow> user(String accountId, String userId) {
        return em.createQuery("from UserRow where accountId = :account and userId = :id and deletedAt is null", UserRow.class)
                .setParameter("account", accountId)
                .setParameter("id", userId)
                .getResultStream().findFirst();
    }

    public String nextUserId() {
        return String.valueOf(em.createNativeQuery("select nextval('user_number')", Long.class).getSingleResult());
    }

    /** How many users with this role can log in. */
    public long able(String accountId, String role) {
        return (Long) em.createNativeQuery("""
                        select count(distinct u.user_pid) from app_user u join user_profile x using (user_pid) join profile p using (profile_id)
                        where u.account_id = :account and u.enabled and p.role = :role""", Long.class)
                .setParameter("account", accountId)
                .setParameter("role", role)
                .getSingleResult();
    }

    public List<ProfileRow> profiles(String accountId, NamePage page) {
        return page.of(em, ProfileRow.class, OF_ACCOUNT, "name", "profileId", Map.of("account", accountId));
    }

    public long countProfiles(String accountId, NamePage page) {
        return page.count(em, ProfileRow.class, OF_ACCOUNT, "name", Map.of("account", accountId));
    }

    public Optional<ProfileRow> profile(String accountId, UUID profileId) {
        return Optional.ofNullable(em.find(ProfileRow.class, profileId)).filter(p -> p.accountId.equals(accountId));
    }

    public boolean profileNamed(String accountId, String name, UUID except) {
        return !em.createQuery("select 1 from ProfileRow where accountId = :account and lower(name) = lower(:name) and profileId <> :except",
                        Integer.class)
                .setParameter("account", accountId)
                .setParameter("name", name)
                .setParameter("except", except)
                .getResultList().isEmpty();
    }

    /** How many users who were not deleted have the profile. */
    public long usersWith(UUID profileId) {
        return em.createQuery("select count(u) from UserRow u join u.profiles p where p.profileId = :profile and u.deletedAt is null", Long.class)
                .setParameter("profile", profileId)
                .getSingleResult();
    }

    public List<SkillRow> skills(String accountId, NamePage page) {
        return page.of(em, SkillRow.class, OF_ACCOUNT, "name", "skillId", Map.of("account", accountId));
    }

    public long countSkills(String accountId, NamePage page) {
        return page.count(em, SkillRow.class, OF_ACCOUNT, "name", Map.of("account", accountId));
    }

    public Optional<SkillRow> skill(String accountId, String skillId) {
        return Optional.ofNullable(em.find(SkillRow.class, new SkillRow.Key(accountId, skillId)));
    }

    public boolean skillNamed(String accountId, String name, String except) {
        return !em.createQuery("select 1 from SkillRow where accountId = :account and lower(name) = lower(:name) and skillId <> :except",
                        Integer.class)
                .setParameter("account", accountId)
                .setParameter("name", name)
                .setParameter("except", except)
                .getResultList().isEmpty();
    }

    /** Whether a user has the skill, or a conversation waits for it. */
    public boolean skillInUse(String accountId, String skillId) {
        return !em.createNativeQuery("""
                        select 1 where exists (select from user_skill where account_id = :account and skill_id = :skill)
                        or exists (select from conversation where account_id = :account and skill_id = :skill and state = 'OPEN')""", Integer.class)
                .setParameter("account", accountId)
                .setParameter("skill", skillId)
                .getResultList().isEmpty();
    }

    public void add(Object row) {
        em.persist(row);
    }

    public void remove(Object row) {
        em.remove(row);
    }

    /** Writes what was changed now, so that the version is the new one and queries see it. */
    public void flush() {
        em.flush();
    }
}
