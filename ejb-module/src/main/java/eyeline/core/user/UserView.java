package eyeline.core.user;

import eyeline.core.json.Json;
import jakarta.json.JsonObject;
import java.util.SortedSet;

/** A user as administrators see one. {@code id} is the short id, {@code pid} the participant id that others see. */
public record UserView(String id, String pid, String loginName, String fullName, boolean isEnabled, SortedSet<String> profileIds,
        SortedSet<String> skillIds) {

    /** As the record of changes keeps it. */
    JsonObject json() {
        return Json.createObjectBuilder().add("loginName", loginName).add("fullName", fullName).add("isEnabled", isEnabled)
                .add("profileIds", Json.createArrayBuilder(profileIds)).add("skillIds", Json.createArrayBuilder(skillIds)).build();
    }
}
