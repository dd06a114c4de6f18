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
import eyeline.store.account.AccountRow;
import eyeline.store.account.AccountStore;
import eyeline.store.user.PeopleStore;
import eyeline.store.user.UserStore;
import jakarta.annotation.Resource;
import jakarta.ejb.EJBContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The accounts of the installation, for its operators: opened, closed, and what stands above their administrators. There is no
 * deleting: the record is for ever. The operators' own account is not among them.
 */
@Stateless
public class AccountAdministration {
    @Inject
    AccountStore accounts;
    @Inject
    PeopleStore people;
    @Inject
    UserStore users;
    @Inject
    ProfileAdministration profiles;
    @Inject
    UserAdministration administrators;
    @Inject
    Changes changes;
    @Resource
    EJBContext transaction;

    public Page<Versioned<AccountEntry>> list(PageRequest page) {
        var query = page.query();
        var operators = Administration.OPERATORS.value();
        return Page.of(accounts.list(query, operators), page.limit(), accounts.count(query, operators),
                row -> new PageKey(row.name.toLowerCase(Locale.ROOT), row.accountId), this::versioned);
    }

    public Optional<Versioned<AccountEntry>> find(AccountId id) {
        return brand(id).map(this::versioned);
    }

    /** NAME_TAKEN if the id is in use. With a first administrator there comes a profile of each role. */
    public Result<Versioned<AccountEntry>> create(Actor by, AccountForm form) {
        var id = form.id().orElseGet(accounts::nextId);
        if (accounts.find(id).isPresent()) {
            return Result.refused(RefusalReason.NAME_TAKEN.because("There is an account with this id.").at("id"));
        }
        var row = new AccountRow();
        row.accountId = id;
        row.anonymousSignUp = true;
        row.voice = true;
        row.video = true;
        row.invitationSeconds = 120;
        row.callsPerAgent = 1;
        fill(row, form);
        accounts.add(row);
        accounts.flush();
        changes.note(id, by, ChangeAction.CREATED, ChangeSubject.ACCOUNT, id, row.name, null, versioned(row).value().json());
        var first = form.administrator().map(person -> firstAdministrator(new AccountId(id), by, person));
        if (first.isPresent() && first.get() instanceof Result.Refused<?> refused) {
            transaction.setRollbackOnly();
            var refusal = refused.refusal();
            return Result.refused(refusal.field().map(field -> refusal.at("administrator." + field)).orElse(refusal));
        }
        return Result.done(versioned(row));
    }

    /** Closing ends the log-ins of all its users. */
    public Result<Versioned<AccountEntry>> replace(Actor by, AccountId id, long version, AccountForm form) {
        var found = accounts.lock(id.value()) ? brand(id) : Optional.<AccountRow>empty();
        if (found.isEmpty()) {
            return Result.refused(RefusalReason.NOT_FOUND);
        }
        var row = found.get();
        var stale = Administration.stale(version, row.version);
        if (stale.isPresent()) {
            return Result.refused(stale.get());
        }
        var before = versioned(row).value().json();
        fill(row, form);
        accounts.flush();
        if (!row.enabled) {
            users.removeSessionsOfAccount(id.value());
        }
        changes.note(id.value(), by, ChangeAction.CHANGED, ChangeSubject.ACCOUNT, id.value(), row.name, before,
                versioned(row).value().json());
        return Result.done(versioned(row));
    }

    private Result<Versioned<UserView>> firstAdministrator(AccountId id, Actor by, AccountForm.FirstAdministrator person) {
        var administrating = new Object() {
            UUID profile;
        };
        for (var role : Set.of(Role.AGENT, Role.AGENT_MANAGER, Role.ADMINISTRATOR)) {
            var all = Arrays.stream(Permission.values()).filter(p -> p.role() == role).collect(Collectors.toSet());
            profiles.create(id, by, new ProfileForm(role, role.words(), all)).fold(made -> {
                if (role == Role.ADMINISTRATOR) {
                    administrating.profile = UUID.fromString(made.value().id());
                }
                return made;
            }, refusal -> null);
        }
        return administrators.create(id, by, new UserForm(person.loginName(), person.fullName(), true,
                Set.of(administrating.profile), Set.of(), Optional.of(person.password())));
    }

    private static void fill(AccountRow row, AccountForm form) {
        row.name = form.name();
        row.enabled = form.isEnabled();
        row.voiceAllowed = form.voiceAllowed();
        row.videoAllowed = form.videoAllowed();
    }

    private Optional<AccountRow> brand(AccountId id) {
        return id.equals(Administration.OPERATORS) ? Optional.empty() : accounts.find(id.value());
    }

    private Versioned<AccountEntry> versioned(AccountRow row) {
        return new Versioned<>(new AccountEntry(row.accountId, row.name, row.enabled, row.voiceAllowed, row.videoAllowed,
                people.countUsers(row.accountId)), row.version);
    }
}
