package eyeline.core.user;

import eyeline.core.account.AccountId;
import eyeline.core.change.Actor;
import eyeline.core.change.ChangeAction;
import eyeline.core.change.ChangeSubject;
import eyeline.core.change.Changes;
import eyeline.core.json.Json;
import eyeline.core.page.Page;
import eyeline.core.page.PageKey;
import eyeline.core.page.PageRequest;
import eyeline.core.page.Versioned;
import eyeline.core.result.Refusal;
import eyeline.core.result.RefusalReason;
import eyeline.core.result.Result;
import eyeline.store.user.PeopleStore;
import eyeline.store.user.UserRow;
import eyeline.store.user.UserStore;
import jakarta.annotation.Resource;
import jakarta.ejb.EJBContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** The users of an account, for administrators. Every change is written down in its own transaction (P5). */
@Stateless
public class UserAdministration {
    @Inject
    Administration administration;
    @Inject
    PeopleStore people;
    @Inject
    UserStore users;
    @Inject
    Changes changes;
    @Inject
    Clock clock;
    @Resource
    EJBContext transaction;

    public Page<Versioned<UserView>> list(AccountId account, PageRequest page) {
        var query = page.query();
        return Page.of(people.users(account.value(), query), page.limit(), people.countUsers(account.value(), query),
                row -> new PageKey(row.displayName.toLowerCase(Locale.ROOT), row.userId), UserAdministration::versioned);
    }

    public Optional<Versioned<UserView>> find(AccountId account, String userId) {
        return people.user(account.value(), userId).map(UserAdministration::versioned);
    }

    /** NAME_TAKEN for a log-in name that is in use; MALFORMED with the field for an unknown profile or skill or a poor password. */
    public Result<Versioned<UserView>> create(AccountId account, Actor by, UserForm form) {
        var no = administration.begin(account).or(() -> objection(account, form, null));
        if (no.isPresent()) {
            return Result.refused(no.get());
        }
        if (form.password().isEmpty()) {
            return Result.refused(RefusalReason.MALFORMED.because("A new user needs a password.").at("password"));
        }
        var row = new UserRow();
        row.userPid = UUID.randomUUID();
        row.accountId = account.value();
        row.userId = people.nextUserId();
        fill(row, form);
        people.add(row);
        people.flush();
        note(row, by, ChangeAction.CREATED, null, view(row).json());
        return Result.done(versioned(row));
    }

    /** CHANGED_MEANWHILE if {@code version} is not the present one; LAST_ADMINISTRATOR if nobody could administer the account any more. */
    public Result<Versioned<UserView>> replace(AccountId account, Actor by, String userId, long version, UserForm form) {
        var locked = administration.begin(account);
        var found = people.user(account.value(), userId);
        if (locked.isPresent() || found.isEmpty()) {
            return Result.refused(RefusalReason.NOT_FOUND);
        }
        var row = found.get();
        var no = Administration.stale(version, row.version).or(() -> objection(account, form, row));
        if (no.isPresent()) {
            return Result.refused(no.get());
        }
        var before = view(row).json();
        var administrators = administration.administrators(account);
        fill(row, form);
        people.flush();
        if (administrators > 0 && administration.administrators(account) == 0) {
            return lastAdministrator();
        }
        if (!row.enabled || form.password().isPresent()) {
            users.removeSessionsOf(row.userPid);
        }
        note(row, by, ChangeAction.CHANGED, before, withPassword(view(row).json(), form));
        return Result.done(versioned(row));
    }

    /** The user is gone from every list and cannot log in; the name stays in the record of calls. */
    public Result<Void> delete(AccountId account, Actor by, String userId, long version) {
        var locked = administration.begin(account);
        var found = people.user(account.value(), userId);
        if (locked.isPresent() || found.isEmpty()) {
            return Result.refused(RefusalReason.NOT_FOUND);
        }
        var row = found.get();
        var stale = Administration.stale(version, row.version);
        if (stale.isPresent()) {
            return Result.refused(stale.get());
        }
        var before = view(row).json();
        var administrators = administration.administrators(account);
        row.enabled = false;
        row.deletedAt = clock.instant();
        row.profiles.clear();
        row.skills.clear();
        people.flush();
        if (administrators > 0 && administration.administrators(account) == 0) {
            return lastAdministrator();
        }
        users.removeSessionsOf(row.userPid);
        note(row, by, ChangeAction.DELETED, before, null);
        return Result.done();
    }

    private <T> Result<T> lastAdministrator() {
        transaction.setRollbackOnly();
        return Result.refused(RefusalReason.LAST_ADMINISTRATOR);
    }

    private Optional<Refusal> objection(AccountId account, UserForm form, UserRow self) {
        var namesake = users.findByLogin(account.value(), form.loginName())
                .filter(other -> self == null || !other.userPid.equals(self.userPid));
        if (namesake.isPresent()) {
            return Optional.of(RefusalReason.NAME_TAKEN.because("Another user of the account has this log-in name.").at("loginName"));
        }
        return profiles(account, form).or(() -> skills(account, form)).or(() -> form.password()
                .flatMap(password -> PasswordPolicy.objection(password, form.loginName()))
                .map(why -> RefusalReason.MALFORMED.because(why).at("password")));
    }

    private Optional<Refusal> profiles(AccountId account, UserForm form) {
        var roles = EnumSet.noneOf(Role.class);
        for (var id : form.profileIds()) {
            var profile = people.profile(account.value(), id);
            if (profile.isEmpty()) {
                return Optional.of(RefusalReason.MALFORMED.because("There is no profile " + id + ".").at("profileIds"));
            }
            if (!roles.add(Role.valueOf(profile.get().role))) {
                return Optional.of(RefusalReason.MALFORMED.because("A user has at most one profile of a role.").at("profileIds"));
            }
        }
        return Optional.empty();
    }

    private Optional<Refusal> skills(AccountId account, UserForm form) {
        return form.skillIds().stream().filter(id -> people.skill(account.value(), id).isEmpty()).findFirst()
                .map(id -> RefusalReason.MALFORMED.because("There is no skill with this id.").at("skillIds"));
    }

    private static void fill(UserRow row, UserForm form) {
        row.loginName = form.loginName();
        row.displayName = form.fullName();
        row.enabled = form.isEnabled();
        var profiles = form.profileIds().stream().map(id -> new UserRow.Has(row.accountId, id)).collect(Collectors.toSet());
        row.profiles.retainAll(profiles);
        row.profiles.addAll(profiles);
        var skills = form.skillIds().stream().map(id -> new UserRow.Knows(row.accountId, id)).collect(Collectors.toSet());
        row.skills.retainAll(skills);
        row.skills.addAll(skills);
        form.password().ifPresent(password -> row.passwordHash = PasswordHash.of(password).stored());
    }

    private static JsonObject withPassword(JsonObject user, UserForm form) {
        return form.password().isEmpty() ? user : Json.createObjectBuilder(user).add("password", "set anew").build();
    }

    private void note(UserRow row, Actor by, ChangeAction action, JsonObject before, JsonObject after) {
        changes.note(row.accountId, by, action, ChangeSubject.USER, row.userId, row.displayName, before, after);
    }

    private static Versioned<UserView> versioned(UserRow row) {
        return new Versioned<>(view(row), row.version);
    }

    private static UserView view(UserRow row) {
        return new UserView(row.userId, row.userPid.toString(), row.loginName, row.displayName, row.enabled,
                row.profiles.stream().map(has -> has.profileId.toString()).collect(Collectors.toCollection(TreeSet::new)),
                row.skills.stream().map(knows -> knows.skillId).collect(Collectors.toCollection(TreeSet::new)));
    }
}
