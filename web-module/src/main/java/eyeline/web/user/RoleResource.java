package eyeline.web.user;

import eyeline.core.account.AccountId;
import eyeline.core.json.Json;
import eyeline.core.result.RefusalReason;
import eyeline.core.user.PermissionCatalogue;
import eyeline.web.http.Problem;
import eyeline.web.http.RecordJson;
import eyeline.web.openapi.Shapes;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What profiles can allow, and what is switched off above them (P3). */
@Path("/account/{account}/configuration/le-users/roles")
@RequestScoped
@Tag(name = "Profiles")
@RolesAllowed({"ADMINISTRATOR", "OPERATOR"})
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
public class RoleResource {

    @Inject
    PermissionCatalogue catalogue;
    @PathParam("account")
    AccountId account;

    @GET
    @Operation(summary = "What each role can be allowed, and what is switched off above it")
    @APIResponseSchema(Shapes.Roles.class)
    public Response list() {
        return catalogue.of(account).map(roles -> {
            var items = Json.createArrayBuilder();
            roles.forEach(role -> items.add(RecordJson.of(role)));
            return Response.ok(Json.createObjectBuilder().add("items", items).build().toString()).header("Cache-Control", "no-store").build();
        }).orElseGet(() -> Problem.of(RefusalReason.NOT_FOUND));
    }
}
