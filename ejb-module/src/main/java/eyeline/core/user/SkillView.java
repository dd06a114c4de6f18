package eyeline.core.user;

import eyeline.core.json.Json;
import jakarta.json.JsonObject;

/** A skill of an account. */
public record SkillView(String id, String name) {

    /** As the record of changes keeps it. */
    JsonObject json() {
        return Json.createObjectBuilder().add("name", name).build();
    }
}
