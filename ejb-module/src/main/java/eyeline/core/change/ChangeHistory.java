package eyeline.core.change;

import eyeline.core.json.Json;
import eyeline.store.change.AdminChangeRow;
import eyeline.store.change.AdminChangeStore;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;

/** The record of administrative changes, for reading. */
@Stateless
public class ChangeHistory {
    @Inject
    AdminChangeStore store;

    /** Newest first, at most {@code limit}, those older than the change {@code before}. */
    public List<Change> list(String accountId, Optional<ChangeSubject> subject, Optional<String> subjectId, long before, int limit) {
        return store.list(accountId, subject.map(Enum::name), subjectId, before, limit).stream().map(ChangeHistory::change).toList();
    }

    public long count(String accountId, Optional<ChangeSubject> subject, Optional<String> subjectId) {
        return store.count(accountId, subject.map(Enum::name), subjectId);
    }

    private static Change change(AdminChangeRow row) {
        return new Change(row.changeId, row.at, row.actorLogin, row.actorName, ChangeAction.valueOf(row.action),
                ChangeSubject.valueOf(row.subject), row.subjectId, row.subjectName, json(row.before), json(row.after));
    }

    private static Optional<JsonObject> json(String text) {
        return Optional.ofNullable(text).map(t -> {
            try (var reader = Json.createReader(new StringReader(t))) {
                return reader.readObject();
            }
        });
    }
}
