package eyeline.web.account;

import eyeline.core.account.AccountId;
import eyeline.core.account.AccountSettings;
import eyeline.core.json.Json;
import eyeline.core.relay.RelayAnswer;
import eyeline.core.relay.RelayTest;
import eyeline.web.http.AddressRates;
import eyeline.web.http.Caller;
import eyeline.web.http.Forms;
import eyeline.web.http.Problem;
import eyeline.web.openapi.Shapes;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The test of a STUN or TURN server by the server (R4; docs/rest.md, "Call settings"). */
@Path("/account/{account}/configuration/calls/test-relay")
@RequestScoped
@Tag(name = "Call settings")
@SecurityRequirement(name = "bearer")
@RolesAllowed({"ADMINISTRATOR", "OPERATOR"})
@Produces(MediaType.APPLICATION_JSON)
public class RelayTestResource {

    /** The server to test, as in the settings. */
    public record Test(@NotNull @Valid SettingsResource.Server iceServer) {
    }

    @Inject
    AccountSettings settings;
    @Inject
    RelayTest test;
    @Inject
    Forms forms;
    @Inject
    Caller caller;
    @Inject
    AddressRates rates;
    @PathParam("account")
    AccountId account;

    @POST
    @Operation(summary = "Tests a STUN or TURN server from here, over each transport")
    @APIResponseSchema(Shapes.RelayAnswers.class)
    @APIResponse(responseCode = "429", ref = "Refusal429")
    @RequestBody(content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Test.class)))
    public Response test(String body) {
        var form = forms.read(forms.object(body), Test.class, "hasSecret");
        return settings.server(account, form.iceServer().server()).fold(server -> {
            if (!rates.take(caller.actor().pid().toString(), AddressRates.Kind.RELAY_TESTS)) {
                return Problem.tooMany();
            }
            return test.run(account, server).fold(RelayTestResource::answer, Problem::of);
        }, Problem::of);
    }

    private static Response answer(List<RelayAnswer> answers) {
        var items = Json.createArrayBuilder();
        answers.forEach(answer -> {
            var item = Json.createObjectBuilder().add("transport", answer.transport().name()).add("port", answer.port())
                    .add("outcome", answer.outcome().name());
            answer.milliseconds().ifPresent(millis -> item.add("milliseconds", millis));
            items.add(item);
        });
        return Response.ok(Json.createObjectBuilder().add("items", items).build().toString()).header("Cache-Control", "no-store").build();
    }
}
