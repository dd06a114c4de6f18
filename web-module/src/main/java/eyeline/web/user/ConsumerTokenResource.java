package eyeline.web.user;

import eyeline.core.account.AccountId;
import eyeline.core.json.Json;
import eyeline.core.result.RefusalReason;
import eyeline.core.result.Result;
import eyeline.core.user.ConsumerTokens;
import eyeline.web.account.AccountPath;
import eyeline.web.http.AddressRates;
import eyeline.web.http.JsonBody;
import eyeline.web.http.Problem;
import eyeline.web.openapi.Shapes;
import eyeline.web.wire.Limits;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How consumers get their tokens (protocol.md, 1.2): I1, I3 and I4. */
@Path("/account/{account}")
@RequestScoped
@Tag(name = "Tokens of consumers")
@Produces(MediaType.APPLICATION_JSON)
public class ConsumerTokenResource {

    @Inject
    ConsumerTokens tokens;
    @Inject
    AddressRates rates;
    @Context
    HttpServletRequest request;

    @POST
    @PermitAll
    @Path("/signup")
    @Operation(summary = "A token for a new consumer (demonstration)")
    @APIResponseSchema(Shapes.Jwt.class)
    @APIResponse(responseCode = "429", ref = "Refusal429")
    public Response signUp(@PathParam("account") String account) {
        return answer(account, "jwt", tokens::signUp);
    }

    @POST
    @PermitAll
    @Path("/anonymous/authorize")
    @Operation(summary = "A new identity, or an old one prolonged")
    @APIResponseSchema(Shapes.Token.class)
    @APIResponse(responseCode = "429", ref = "Refusal429")
    @RequestBody(content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Shapes.IdToken.class)))
    public Response authorize(@PathParam("account") String account, String body) {
        var previous = JsonBody.read(body).optionalText("id_token", Limits.TOKEN);
        return answer(account, "token", id -> tokens.authorize(id, previous));
    }

    @POST
    @PermitAll
    @Path("/app/{connector}/authenticate")
    @Parameter(name = "connector", in = ParameterIn.PATH, description = "Any: there is one way in", schema = @Schema(type = SchemaType.STRING))
    @Operation(summary = "A token for the socket")
    @APIResponseSchema(Shapes.Token.class)
    @APIResponse(responseCode = "429", ref = "Refusal429")
    @RequestBody(content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Shapes.IdToken.class)))
    public Response authenticate(@PathParam("account") String account, String body) {
        var identity = JsonBody.read(body).text("id_token", Limits.TOKEN);
        return answer(account, "token", id -> tokens.authenticate(id, identity));
    }

    private Response answer(String account, String member, Function<AccountId, Result<String>> act) {
        if (!rates.take(request.getRemoteAddr(), AddressRates.Kind.TOKENS)) {
            return Problem.tooMany();
        }
        return AccountPath.id(account).map(act).orElseGet(() -> Result.refused(RefusalReason.NOT_FOUND)).fold(
                token -> Response.ok(Json.createObjectBuilder().add(member, token).build().toString())
                        .header("Cache-Control", "no-store").build(),
                Problem::of);
    }
}
