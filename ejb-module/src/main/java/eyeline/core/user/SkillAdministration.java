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
import eyeline.core.result.RefusalReason;
import eyeline.core.result.Result;
import eyeline.store.user.PeopleStore;
import eyeline.store.user.SkillRow;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Locale;
import java.util.Optional;

/** The skills of an account, for administrators. Every change is written down in its own transaction (P5). */
@Stateless
public class SkillAdministration {
    @Inject
    Administration administration;
    @Inject
    PeopleStore people;
    @Inject
    Changes changes;

    public Page<Versioned<SkillView>> list(AccountId account, PageRequest page) {
        var query = page.query();
        return Page.of(people.skills(account.value(), query), page.limit(), people.countSkills(account.value(), query),
                row -> new PageKey(row.name.toLowerCase(Locale.ROOT), row.skillId), SkillAdministration::versioned);
    }

    public Optional<Versioned<SkillView>> find(AccountId account, String skillId) {
        return people.skill(account.value(), skillId).map(SkillAdministration::versioned);
    }

    /** NAME_TAKEN if another skill of the account has the id or the name. */
    public Result<Versioned<SkillView>> create(AccountId account, Actor by, Optional<String> id, String name) {
        var locked = administration.begin(account);
        if (locked.isPresent()) {
            return Result.refused(locked.get());
        }
        var row = new SkillRow();
        row.accountId = account.value();
        row.skillId = id.orElseGet(people::nextUserId);
        row.name = name;
        if (people.skill(account.value(), row.skillId).isPresent()) {
            return Result.refused(RefusalReason.NAME_TAKEN.because("Another skill has this id.").at("id"));
        }
        if (people.skillNamed(account.value(), name, row.skillId)) {
            return Result.refused(RefusalReason.NAME_TAKEN.because("Another skill has this name.").at("name"));
        }
        people.add(row);
        people.flush();
        note(row, by, ChangeAction.CREATED, null, versioned(row).value().json());
        return Result.done(versioned(row));
    }

    public Result<Versioned<SkillView>> replace(AccountId account, Actor by, String skillId, long version, String name) {
        var locked = administration.begin(account);
        var found = people.skill(account.value(), skillId);
        if (locked.isPresent() || found.isEmpty()) {
            return Result.refused(RefusalReason.NOT_FOUND);
        }
        var row = found.get();
        var stale = Administration.stale(version, row.version);
        if (stale.isPresent()) {
            return Result.refused(stale.get());
        }
        if (people.skillNamed(account.value(), name, skillId)) {
            return Result.refused(RefusalReason.NAME_TAKEN.because("Another skill has this name.").at("name"));
        }
        var before = versioned(row).value().json();
        row.name = name;
        people.flush();
        note(row, by, ChangeAction.CHANGED, before, versioned(row).value().json());
        return Result.done(versioned(row));
    }

    /** IN_USE while a user has it or a conversation is open for it. */
    public Result<Void> delete(AccountId account, Actor by, String skillId, long version) {
        var locked = administration.begin(account);
        var found = people.skill(account.value(), skillId);
        if (locked.isPresent() || found.isEmpty()) {
            return Result.refused(RefusalReason.NOT_FOUND);
        }
        var row = found.get();
        var stale = Administration.stale(version, row.version);
        if (stale.isPresent()) {
            return Result.refused(stale.get());
        }
        if (people.skillInUse(account.value(), skillId)) {
            return Result.refused(RefusalReason.IN_USE.because("A user has this skill, or a conversation is open for it."));
        }
        people.remove(row);
        note(row, by, ChangeAction.DELETED, versioned(row).value().json(), null);
        return Result.done();
    }

    private void note(SkillRow row, Actor by, ChangeAction action, JsonObject before, JsonObject after) {
        changes.note(row.accountId, by, action, ChangeSubject.SKILL, row.skillId, row.name, before, after);
    }

    private static Versioned<SkillView> versioned(SkillRow row) {
        return new Versioned<>(new SkillView(row.skillId, row.name), row.version);
    }
}
