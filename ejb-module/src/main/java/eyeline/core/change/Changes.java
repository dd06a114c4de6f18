package eyeline.core.change;

import eyeline.core.json.Json;
import eyeline.store.change.AdminChangeRow;
import eyeline.store.change.AdminChangeStore;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;

/** Writes administrative changes down, in the transaction of who makes them (P5). */
@Dependent
public class Changes {
    @Inject
    AdminChangeStore store;
    @Inject
    Clock clock;
    @Inject
    Event<Changed> changed;

    /**
     * Notes one change and announces it. Of two versions only the members that differ are kept; {@code null} for the one that
     * there is not. A change that changes nothing is not noted. Never hand over a password or a secret.
     */
    public void note(String accountId, Actor by, ChangeAction action, ChangeSubject subject, String subjectId, String subjectName,
            JsonObject before, JsonObject after) {
        var old = differing(before, after);
        var now = differing(after, before);
        if (before != null && after != null && old.isEmpty() && now.isEmpty()) {
            return;
        }
        var row = new AdminChangeRow();
        row.accountId = accountId;
        row.at = clock.instant();
        row.actorPid = by.pid();
        row.actorLogin = by.loginName();
        row.actorName = by.fullName();
        row.action = action.name();
        row.subject = subject.name();
        row.subjectId = subjectId;
        row.subjectName = subjectName;
        row.before = old == null ? null : old.toString();
        row.after = now == null ? null : now.toString();
        store.append(row);
        changed.fire(new Changed(accountId, subject, subjectId));
    }

    private static JsonObject differing(JsonObject one, JsonObject other) {
        if (one == null || other == null) {
            return one;
        }
        var members = Json.createObjectBuilder();
        one.forEach((name, value) -> {
            if (!value.equals(other.get(name))) {
                members.add(name, value);
            }
        });
        return members.build();
    }
}
