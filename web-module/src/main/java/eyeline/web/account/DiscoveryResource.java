package eyeline.web.account;

import eyeline.core.account.Accounts;
import eyeline.core.json.Json;
import eyeline.core.result.RefusalReason;
import eyeline.web.http.OwnOrigin;
import eyeline.web.http.Problem;
import eyeline.web.openapi.Shapes;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where an account's services are (protocol.md, 1.1): all of them here. */
@Path("/account/{account}/service")
@RequestScoped
@Tag(name = "Discovery")
@Produces(MediaType.APPLICATION_JSON)
public class DiscoveryResource {

    private static final List<String> SERVICES = List.of(
            "asyncMessagingEnt", "facadeMsg", "agentVep", "idp", "accountConfigReadOnly", "leDataReporting");

    @Inject
    Accounts accounts;
    @Inject
    OwnOrigin own;
    @Context
    HttpServletRequest request;

    @GET
    @PermitAll
    @Path("/baseURI.json")
    @Operation(summary = "Where the services of an account are")
    @APIResponseSchema(Shapes.Services.class)
    public Response all(@PathParam("account") String account) {
        var services = Json.createArrayBuilder();
        return here(account).map(host -> {
            SERVICES.forEach(service -> services.add(entry(service, account, host)));
            return Response.ok(Json.createObjectBuilder().add("baseURIs", services).build().toString()).build();
        }).orElseGet(() -> Problem.of(RefusalReason.NOT_FOUND));
    }

    @GET
    @PermitAll
    @Path("/{service}/baseURI.json")
    @Operation(summary = "Where one service is")
    @APIResponseSchema(Shapes.Service.class)
    public Response one(@PathParam("account") String account, @PathParam("service") String service) {
        return here(account).filter(host -> SERVICES.contains(service))
                .map(host -> Response.ok(entry(service, account, host).toString()).build())
                .orElseGet(() -> Problem.of(RefusalReason.NOT_FOUND));
    }

    /** Host and perhaps a path, for an account that exists. */
    private Optional<String> here(String account) {
        return AccountPath.id(account).flatMap(accounts::find).flatMap(known -> own.place(request));
    }

    private static JsonObject entry(String service, String account, String host) {
        return Json.createObjectBuilder().add("service", service).add("account", account).add("baseURI", host).build();
    }
}
