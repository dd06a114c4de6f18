package eyeline.core.user;

import eyeline.core.json.Json;
import jakarta.json.JsonObject;

/** An account as the operator sees it; {@code users} is how many were not deleted. */
public record AccountEntry(String id, String name, boolean isEnabled, boolean voiceAllowed, boolean videoAllowed, long users) {

    /** As the record of changes keeps it. */
    JsonObject json() {
        return Json.createObjectBuilder().add("name", name).add("isEnabled", isEnabled).add("voiceAllowed", voiceAllowed)
                .add("videoAllowed", videoAllowed).build();
    }
}
