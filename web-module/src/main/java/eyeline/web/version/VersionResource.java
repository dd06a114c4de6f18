package eyeline.web.version;

import eyeline.core.json.Json;
import eyeline.core.version.Version;
import eyeline.web.openapi.Shapes;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Which release answers here (docs/rest.md). */
@Path("/version")
@RequestScoped
@Tag(name = "Version")
@Produces(MediaType.APPLICATION_JSON)
public class VersionResource {

    @GET
    @PermitAll
    @Operation(summary = "Which release this is")
    @APIResponseSchema(Shapes.Release.class)
    public Response get() {
        return Response.ok(Json.createObjectBuilder().add("version", Version.CURRENT).build().toString()).header("Cache-Control", "no-cache").build();
    }
}
