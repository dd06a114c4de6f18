package eyeline.web.account;

import eyeline.core.account.AccountId;
import eyeline.core.account.PageProblems;
import eyeline.core.account.PageRule;
import eyeline.core.json.Json;
import eyeline.core.result.RefusalReason;
import eyeline.web.http.AddressRates;
import eyeline.web.http.Forms;
import eyeline.web.http.Problem;
import eyeline.web.openapi.Shapes;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Pages that break a rule (W2; docs/rest.md): the tag reports them, administrators put them away. */
@Path("/account/{account}/configuration/page-problems")
@RequestScoped
@Tag(name = "Window and tag")
@Produces(MediaType.APPLICATION_JSON)
public class PageProblemResource {

    private static final int ORIGIN = 300;

    /** What the tag says. */
    public record Report(@NotNull @Pattern(regexp = "NOT_HTTPS|IN_A_FRAME|OVERWRITTEN|PERMISSIONS_POLICY|CONTENT_SECURITY_POLICY",
            message = "is no rule") String rule) {
    }

    @Inject
    PageProblems problems;
    @Inject
    Forms forms;
    @Inject
    AddressRates rates;
    @PathParam("account")
    AccountId account;
    @Context
    HttpServletRequest request;

    @POST
    @PermitAll
    @Operation(summary = "The tag reports a page that breaks a rule")
    @APIResponse(responseCode = "429", ref = "Refusal429")
    @RequestBody(content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Report.class)))
    public Response report(@HeaderParam("Origin") String origin, String body) {
        if (!rates.take(request.getRemoteAddr(), AddressRates.Kind.TOKENS)) {
            return Problem.tooMany();
        }
        var rule = PageRule.valueOf(forms.read(forms.object(body), Report.class).rule());
        if (origin == null || origin.length() > ORIGIN) {
            return Problem.of(RefusalReason.NOT_PERMITTED);
        }
        return problems.report(account, origin, rule).fold(done -> Response.noContent().build(), Problem::of);
    }

    @GET
    @RolesAllowed({"ADMINISTRATOR", "OPERATOR"})
    @SecurityRequirement(name = "bearer")
    @Operation(summary = "Pages that break a rule")
    @APIResponseSchema(Shapes.PageProblems.class)
    public Response list() {
        var items = Json.createArrayBuilder();
        problems.open(account).forEach(problem -> items.add(Json.createObjectBuilder().add("origin", problem.origin())
                .add("rule", problem.rule().name()).add("firstAt", problem.firstAt().toEpochMilli())));
        return Response.ok(Json.createObjectBuilder().add("items", items).build().toString()).header("Cache-Control", "no-store").build();
    }

    @DELETE
    @RolesAllowed({"ADMINISTRATOR", "OPERATOR"})
    @SecurityRequirement(name = "bearer")
    @Operation(summary = "Puts a report away for good")
    public Response putAway(@QueryParam("origin") String origin, @QueryParam("rule") String rule) {
        return problems.putAway(account, origin == null ? "" : origin, rule == null ? "" : rule)
                .fold(done -> Response.noContent().build(), Problem::of);
    }
}
