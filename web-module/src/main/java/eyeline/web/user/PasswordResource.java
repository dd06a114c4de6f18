package eyeline.web.user;

import eyeline.core.account.AccountId;
import eyeline.core.result.RefusalReason;
import eyeline.core.user.Attempts;
import eyeline.core.user.OwnPassword;
import eyeline.web.http.Caller;
import eyeline.web.http.HttpLimits;
import eyeline.web.http.JsonBody;
import eyeline.web.http.Problem;
import eyeline.web.openapi.Shapes;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The own password (docs/rest.md). Who only found an open workspace does not know the current one, and may not guess it. */
@Path("/account/{account}/password")
@RequestScoped
@Tag(name = "Log-in")
@SecurityRequirement(name = "bearer")
@RolesAllowed({"AGENT", "AGENT_MANAGER", "ADMINISTRATOR", "OPERATOR"})
@Produces(MediaType.APPLICATION_JSON)
public class PasswordResource {

    @Inject
    OwnPassword passwords;
    @Inject
    Attempts attempts;
    @Inject
    Caller caller;

    @POST
    @Operation(summary = "Changes the own password; all other log-ins of this user end")
    @APIResponse(responseCode = "204", description = "Changed")
    @APIResponse(responseCode = "429", ref = "Refusal429")
    @RequestBody(content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Shapes.NewPassword.class)))
    public Response change(@PathParam("account") AccountId account, String body) {
        var form = JsonBody.read(body);
        var current = form.text("current", HttpLimits.PASSWORD);
        var password = form.text("password", HttpLimits.PASSWORD);
        if (!account.equals(caller.account())) {
            return Problem.of(RefusalReason.NOT_FOUND);
        }
        var attempt = attempts.ownPassword(caller.actor().pid());
        return attempt.pause().map(Problem::tooMany).orElseGet(() -> attempt.judged(() -> change(attempt, current, password)));
    }

    private Response change(Attempts.Attempt attempt, String current, String password) {
        if (!passwords.is(caller.user(), current)) {
            return Problem.malformed("current", "This is not your password.");
        }
        attempt.succeeded();
        return passwords.change(caller.user(), caller.actor(), caller.bearer(), current, password)
                .fold(done -> Response.noContent().build(), Problem::of);
    }
}
