package eyeline.core.user;

import eyeline.core.change.Actor;
import eyeline.core.change.ChangeAction;
import eyeline.core.change.ChangeSubject;
import eyeline.core.change.Changes;
import eyeline.core.json.Json;
import eyeline.core.result.RefusalReason;
import eyeline.core.result.Result;
import eyeline.store.user.UserRow;
import eyeline.store.user.UserStore;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Optional;

/** Changing one's own password. The change is written down like an administrator's, without the password. */
@Stateless
public class OwnPassword {
    private static final JsonObject SET_ANEW = Json.createObjectBuilder().add("password", "set anew").build();

    @Inject
    UserStore users;
    @Inject
    Changes changes;

    /** Whether {@code password} is the one of this user. */
    public boolean is(Agent user, String password) {
        return find(user).filter(row -> PasswordHash.parse(row.passwordHash).matches(password)).isPresent();
    }

    /**
     * Sets another one, for who has shown the current one ({@link #is}), and ends every log-in of this user but that of
     * {@code bearer}. MALFORMED with the field for a poor one, CHANGED_MEANWHILE if somebody else set one at the same time.
     */
    public Result<Void> change(Agent user, Actor by, String bearer, String current, String password) {
        var found = find(user);
        if (found.isEmpty()) {
            return Result.refused(RefusalReason.NOT_FOUND);
        }
        var row = found.get();
        var no = PasswordPolicy.objection(password, row.loginName);
        if (no.isPresent()) {
            return Result.refused(RefusalReason.MALFORMED.because(no.get()).at("password"));
        }
        if (password.equals(current)) {
            return Result.refused(RefusalReason.MALFORMED.because("This is the password you have.").at("password"));
        }
        if (!users.replacePassword(row, PasswordHash.of(password).stored())) {
            return Result.refused(RefusalReason.CHANGED_MEANWHILE);
        }
        users.removeSessionsOf(row.userPid, Secrets.digest(bearer));
        changes.note(row.accountId, by, ChangeAction.CHANGED, ChangeSubject.USER, row.userId, row.displayName,
                JsonValue.EMPTY_JSON_OBJECT, SET_ANEW);
        return Result.done();
    }

    private Optional<UserRow> find(Agent user) {
        return users.findByUserId(user.account().value(), user.userId()).filter(row -> row.enabled);
    }
}
