package eyeline.core.change;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Optional;

/** An administrative change as the record has it (P5). {@code before} and {@code after} hold the members that differ. */
public record Change(long id, Instant at, String actorLogin, String actorName, ChangeAction action, ChangeSubject subject,
        String subjectId, String subjectName, Optional<JsonObject> before, Optional<JsonObject> after) {
}
