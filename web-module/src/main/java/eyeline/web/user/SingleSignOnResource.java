package eyeline.web.user;

import eyeline.core.result.RefusalReason;
import eyeline.core.user.SingleSignOn;
import eyeline.web.account.AccountPath;
import eyeline.web.http.AddressRates;
import eyeline.web.http.HttpLimits;
import eyeline.web.http.JsonBody;
import eyeline.web.http.Problem;
import eyeline.web.openapi.Shapes;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The page's side of a log-in by the organisation's account (docs/rest.md). */
@Path("/account/{account}/sso")
@RequestScoped
@Tag(name = "Log-in")
@Produces(MediaType.APPLICATION_JSON)
public class SingleSignOnResource {
    /** Set by the application {@code sso}, for this path alone. */
    private static final String COOKIE = "Sso";

    @Inject
    SingleSignOn singleSignOn;
    @Inject
    AddressRates rates;
    @Context
    HttpServletRequest request;

    /** Answers like the log-in with a password. */
    @POST
    @PermitAll
    @Operation(summary = "Ends a log-in by the organisation's account, with the code that came back")
    @APIResponseSchema(Shapes.LoggedIn.class)
    @APIResponse(responseCode = "429", ref = "Refusal429")
    @RequestBody(content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Shapes.Code.class)))
    public Response redeem(@PathParam("account") String account, @CookieParam(COOKIE) String browser, String body) {
        if (!rates.take(request.getRemoteAddr(), AddressRates.Kind.LOGINS)) {
            return Problem.tooMany();
        }
        var code = JsonBody.read(body).text("code", HttpLimits.BEARER);
        var id = AccountPath.id(account);
        if (id.isEmpty() || browser == null || browser.length() > HttpLimits.BEARER) {
            return Problem.of(RefusalReason.NOT_AUTHENTICATED);
        }
        return singleSignOn.redeem(id.get(), code, browser).fold(in -> LogInAnswer.of(id.get(), in), Problem::of);
    }
}
