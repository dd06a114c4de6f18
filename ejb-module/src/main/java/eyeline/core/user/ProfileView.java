package eyeline.core.user;

import eyeline.core.json.Json;
import jakarta.json.JsonObject;
import java.util.SortedSet;

/** A profile as administrators see it; {@code users} is how many have it. */
public record ProfileView(String id, Role role, String name, SortedSet<Permission> permissions, long users) {

    /** As the record of changes keeps it. */
    JsonObject json() {
        var names = Json.createArrayBuilder();
        permissions.stream().map(Enum::name).sorted().forEach(names::add);
        return Json.createObjectBuilder().add("role", role.name()).add("name", name).add("permissions", names).build();
    }
}
