package eyeline.core.user;

import eyeline.core.account.AccountId;
import eyeline.core.change.Actor;
import eyeline.core.change.ChangeAction;
import eyeline.core.change.ChangeSubject;
import eyeline.core.change.Changes;
import eyeline.core.page.Page;
import eyeline.core.page.PageKey;
import eyeline.core.page.PageRequest;
import eyeline.core.page.Versioned;
import eyeline.core.result.Refusal;
import eyeline.core.result.RefusalReason;
import eyeline.core.result.Result;
import eyeline.store.user.PeopleStore;
import eyeline.store.user.ProfileRow;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** The profiles of an account, for administrators (P1). Every change is written down in its own transaction (P5). */
@Stateless
public class ProfileAdministration {
    @Inject
    Administration administration;
    @Inject
    PeopleStore people;
    @Inject
    Changes changes;

    public Page<Versioned<ProfileView>> list(AccountId account, PageRequest page) {
        var query = page.query();
        return Page.of(people.profiles(account.value(), query), page.limit(), people.countProfiles(account.value(), query),
                row -> new PageKey(row.name.toLowerCase(Locale.ROOT), row.profileId.toString()), this::versioned);
    }

    public Optional<Versioned<ProfileView>> find(AccountId account, UUID profileId) {
        return people.profile(account.value(), profileId).map(this::versioned);
    }

    /** NAME_TAKEN if another profile of the account has the name; MALFORMED for a permission of another role. */
    public Result<Versioned<ProfileView>> create(AccountId account, Actor by, ProfileForm form) {
        var id = UUID.randomUUID();
        var no = administration.begin(account).or(() -> objection(account, id, form));
        if (no.isPresent()) {
            return Result.refused(no.get());
        }
        var row = new ProfileRow();
        row.profileId = id;
        row.accountId = account.value();
        row.role = form.role().name();
        fill(row, form);
        people.add(row);
        people.flush();
        note(row, by, ChangeAction.CREATED, null, view(row).json());
        return Result.done(versioned(row));
    }

    public Result<Versioned<ProfileView>> replace(AccountId account, Actor by, UUID profileId, long version, ProfileForm form) {
        var locked = administration.begin(account);
        var found = people.profile(account.value(), profileId);
        if (locked.isPresent() || found.isEmpty()) {
            return Result.refused(RefusalReason.NOT_FOUND);
        }
        var row = found.get();
        var no = Administration.stale(version, row.version).or(() -> objection(account, profileId, form));
        if (no.isPresent()) {
            return Result.refused(no.get());
        }
        if (form.role() != Role.valueOf(row.role)) {
            return Result.refused(RefusalReason.MALFORMED.because("The role of a profile cannot change.").at("role"));
        }
        var before = view(row).json();
        fill(row, form);
        people.flush();
        note(row, by, ChangeAction.CHANGED, before, view(row).json());
        return Result.done(versioned(row));
    }

    /** IN_USE while a user has it. */
    public Result<Void> delete(AccountId account, Actor by, UUID profileId, long version) {
        var locked = administration.begin(account);
        var found = people.profile(account.value(), profileId);
        if (locked.isPresent() || found.isEmpty()) {
            return Result.refused(RefusalReason.NOT_FOUND);
        }
        var row = found.get();
        var stale = Administration.stale(version, row.version);
        if (stale.isPresent()) {
            return Result.refused(stale.get());
        }
        var having = people.usersWith(profileId);
        if (having > 0) {
            return Result.refused(RefusalReason.IN_USE.because(having == 1 ? "One user still has this profile."
                    : having + " users still have this profile."));
        }
        var before = view(row).json();
        people.remove(row);
        note(row, by, ChangeAction.DELETED, before, null);
        return Result.done();
    }

    private Optional<Refusal> objection(AccountId account, UUID self, ProfileForm form) {
        if (!Administration.belongs(form.role(), account)) {
            return Optional.of(RefusalReason.MALFORMED.because("This role does not exist in this account.").at("role"));
        }
        var foreign = form.permissions().stream().filter(permission -> permission.role() != form.role()).findFirst();
        if (foreign.isPresent()) {
            return Optional.of(RefusalReason.MALFORMED.because(foreign.get() + " is no permission of this role.").at("permissions"));
        }
        return people.profileNamed(account.value(), form.name(), self)
                ? Optional.of(RefusalReason.NAME_TAKEN.because("Another profile has this name.").at("name")) : Optional.empty();
    }

    private static void fill(ProfileRow row, ProfileForm form) {
        row.name = form.name();
        var allowed = form.permissions().stream().map(p -> new ProfileRow.Allowed(row.accountId, p.name())).collect(Collectors.toSet());
        row.allowed.retainAll(allowed);
        row.allowed.addAll(allowed);
    }

    private void note(ProfileRow row, Actor by, ChangeAction action, JsonObject before, JsonObject after) {
        changes.note(row.accountId, by, action, ChangeSubject.PROFILE, row.profileId.toString(), row.name, before, after);
    }

    private Versioned<ProfileView> versioned(ProfileRow row) {
        return new Versioned<>(view(row), row.version);
    }

    private ProfileView view(ProfileRow row) {
        return new ProfileView(row.profileId.toString(), Role.valueOf(row.role), row.name, row.allowed.stream()
                .map(a -> Permission.valueOf(a.permission)).collect(Collectors.toCollection(TreeSet::new)), people.usersWith(row.profileId));
    }
}
