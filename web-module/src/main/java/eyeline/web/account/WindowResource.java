package eyeline.web.account;

import eyeline.core.account.Account;
import eyeline.core.account.AccountId;
import eyeline.core.account.AccountSettings;
import eyeline.core.account.Accounts;
import eyeline.core.json.Json;
import eyeline.core.result.RefusalReason;
import eyeline.web.http.AddressRates;
import eyeline.web.http.Problem;
import eyeline.web.http.RecordJson;
import eyeline.web.openapi.Shapes;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a window, a tag or a workspace needs of the settings; there is no secret in it, so everybody may read it. */
@Path("/account/{account}/configuration/window")
@RequestScoped
@Tag(name = "Window and tag")
@Produces(MediaType.APPLICATION_JSON)
public class WindowResource {

    private static final String LANGUAGE = "[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8}){0,7}";

    @Inject
    Accounts accounts;
    @Inject
    AccountSettings settings;
    @Inject
    AddressRates rates;
    @PathParam("account")
    AccountId id;
    @Context
    HttpServletRequest request;

    /** {@code language}: a BCP 47 tag, as browsers name theirs. */
    @GET
    @PermitAll
    @Operation(summary = "What a window or a tag needs of the settings")
    @APIResponseSchema(Shapes.Window.class)
    @APIResponse(responseCode = "429", ref = "Refusal429")
    public Response get(@QueryParam("language") @DefaultValue("en") String language) {
        if (!rates.take(request.getRemoteAddr(), AddressRates.Kind.TOKENS)) {
            return Problem.tooMany();
        }
        if (!language.matches(LANGUAGE)) {
            return Problem.malformed("language", "A language is written like en or de-AT.");
        }
        return accounts.find(id).map(account -> Response.ok(json(account, language).toString())
                .header("Cache-Control", "no-cache").build()).orElseGet(() -> Problem.of(RefusalReason.NOT_FOUND));
    }

    private JsonObject json(Account account, String wanted) {
        var wording = accounts.wording(id, accounts.language(id, wanted));
        var texts = Json.createObjectBuilder();
        wording.texts().forEach((key, text) -> texts.add(key.name(), text));
        return Json.createObjectBuilder()
                .add("language", wording.language())
                .add("texts", texts)
                .add("voice", account.voice() && account.voiceAllowed())
                .add("video", account.video() && account.videoAllowed())
                .add("consumerMayAsk", account.consumerMayAsk())
                .add("tracker", RecordJson.of(settings.tracker(id))).build();
    }
}
