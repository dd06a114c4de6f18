package eyeline.web.user;

import eyeline.core.account.AccountId;
import eyeline.core.result.RefusalReason;
import eyeline.core.user.Attempts;
import eyeline.core.user.OwnPassword;
import eyeline.web.http.Caller;
import eyeline.web.http.HttpLimits;
import eyeline.web.http.JsonBody;
import eyeline.web.http.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The own password (docs/rest.md). Who only found an open workspace does not know the current one, and may not guess it. */
@Path("/account/{account}/password")
@RequestScoped
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
    public Response change(@PathParam("account") AccountId account, String body) {
        var form = JsonBody.read(body);
        var current = form.text("current", HttpLimits.PASSWORD);
        var password = form.text("password", HttpLimits.PASSWORD);
        if (!account.equals(caller.account())) {
            return Problem.of(RefusalReason.NOT_FOUND);
        }
        var attempt = attempts.ownPassword(caller.actor().pid());
        return attempt.pause().map(Problem::tooMany).orElseGet(() -> change(attempt, current, password));
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
