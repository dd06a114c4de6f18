package eyeline.web.user;

import eyeline.core.json.Json;
import eyeline.core.user.SingleSignOn;
import eyeline.web.openapi.Shapes;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Which ways of logging in there are beside user name and password (docs/rest.md). */
@Path("/sign-in")
@RequestScoped
@Tag(name = "Log-in")
@Produces(MediaType.APPLICATION_JSON)
public class SignInResource {

    @Inject
    SingleSignOn singleSignOn;

    @GET
    @PermitAll
    @Operation(summary = "Whether people may log in by their organisation's account")
    @APIResponseSchema(Shapes.Ways.class)
    public Response ways() {
        return Response.ok(Json.createObjectBuilder().add("sso", singleSignOn.offered()).build().toString())
                .header("Cache-Control", "no-store").build();
    }
}
