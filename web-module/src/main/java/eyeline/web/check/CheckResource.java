package eyeline.web.check;

import eyeline.core.account.Account;
import eyeline.core.account.Accounts;
import eyeline.core.json.Json;
import eyeline.core.relay.RelayCredentials;
import eyeline.core.result.RefusalReason;
import eyeline.web.account.AccountPath;
import eyeline.web.http.AddressRates;
import eyeline.web.http.HttpLimits;
import eyeline.web.http.Problem;
import eyeline.web.openapi.Shapes;
import eyeline.web.socket.AddressKey;
import eyeline.web.wire.CallStateJson;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.time.Clock;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the check before a call needs of the server (R5): who is known to the account may have it, and not often. */
@Path("/account/{account}/check")
@RequestScoped
@Tag(name = "Check before a call")
public class CheckResource {

    @Inject
    Accounts accounts;
    @Inject
    CheckPeople people;
    @Inject
    CheckDownloads downloads;
    @Inject
    AddressRates rates;
    @Inject
    Clock clock;
    @Context
    HttpServletRequest request;
    @PathParam("account")
    String account;
    @Parameter(hidden = true)
    @HeaderParam(HttpHeaders.AUTHORIZATION)
    String authorization;

    /** Who asks, and about which account. */
    private record Asked(Account account, CheckPeople.Person person) {
    }

    @GET
    @PermitAll
    @Path("/servers")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The account's STUN and TURN servers, with credentials for two minutes")
    @APIResponseSchema(Shapes.CheckServers.class)
    @APIResponse(responseCode = "401", ref = "Refusal401")
    @APIResponse(responseCode = "429", ref = "Refusal429")
    public Response servers() {
        return known(AddressRates.Kind.CHECKS, this::servers);
    }

    private Response servers(Asked asked) {
        var known = asked.person().known();
        var connection = known ? RelayCredentials.forCheckByMember(asked.account(), asked.person().id(), clock.instant())
                : RelayCredentials.forCheckByConsumer(asked.account(), AddressKey.of(request.getRemoteAddr()), clock.instant());
        var withheld = !known && asked.account().iceServers().stream().anyMatch(RelayCredentials::withheld);
        var body = Json.createObjectBuilder(CallStateJson.json(connection)).add("withheld", withheld).build();
        return Response.ok(body.toString()).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    @GET
    @PermitAll
    @Path("/download")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(summary = "So many random bytes, to measure how fast they come")
    @APIResponse(responseCode = "200", description = "The bytes", content = @Content(mediaType = MediaType.APPLICATION_OCTET_STREAM,
            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "400", ref = "Refusal400")
    @APIResponse(responseCode = "401", ref = "Refusal401")
    @APIResponse(responseCode = "429", ref = "Refusal429")
    public Response download(@QueryParam("bytes") @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "1",
            maximum = "4194304")) String bytes) {
        return known(AddressRates.Kind.CHECKS, asked -> random(bytes));
    }

    private Response random(String bytes) {
        int size = bytes != null && bytes.matches("[0-9]{1,7}") ? Integer.parseInt(bytes) : 0;
        if (size < 1 || size > HttpLimits.CHECK_DOWNLOAD_BYTES) {
            return Problem.malformed("bytes", "A number of bytes from 1 to " + HttpLimits.CHECK_DOWNLOAD_BYTES + ".");
        }
        StreamingOutput random = out -> downloads.write(size, out);
        return Response.ok(random).header(HttpHeaders.CACHE_CONTROL, "no-store, no-transform").build();
    }

    /** The filter of bodies has counted them and thrown them away. */
    @POST
    @PermitAll
    @Path("/upload")
    @Operation(summary = "Takes up to 128 KiB and keeps nothing of them, to measure how fast they go")
    @APIResponse(responseCode = "401", ref = "Refusal401")
    @APIResponse(responseCode = "413", ref = "Refusal413")
    @APIResponse(responseCode = "429", ref = "Refusal429")
    @RequestBody(content = @Content(mediaType = MediaType.APPLICATION_OCTET_STREAM,
            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response upload(InputStream nothingIsLeft) {
        return known(AddressRates.Kind.CHECK_UPLOADS, asked -> Response.noContent().build());
    }

    private Response known(AddressRates.Kind kind, Function<Asked, Response> act) {
        var asked = AccountPath.id(account).flatMap(accounts::find)
                .flatMap(open -> people.who(open.id(), authorization).map(person -> new Asked(open, person)));
        if (asked.isEmpty()) {
            return Problem.of(RefusalReason.NOT_AUTHENTICATED);
        }
        return rates.take(request.getRemoteAddr(), kind) ? act.apply(asked.get()) : Problem.tooMany();
    }
}
