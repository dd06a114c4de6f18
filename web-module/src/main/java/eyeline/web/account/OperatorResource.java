package eyeline.web.account;

import eyeline.core.account.AccountId;
import eyeline.core.page.Versioned;
import eyeline.core.user.AccountAdministration;
import eyeline.core.user.AccountEntry;
import eyeline.core.user.AccountForm;
import eyeline.web.http.Caller;
import eyeline.web.http.Forms;
import eyeline.web.http.ListQuery;
import eyeline.web.http.Name;
import eyeline.web.http.RecordJson;
import eyeline.web.http.Versions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The accounts of the installation, for its operators (docs/rest.md, "Accounts"). */
@Path("/operator/accounts")
@RequestScoped
@Tag(name = "Accounts (operators)")
@RolesAllowed("OPERATOR")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
public class OperatorResource {

    /** A new account as operators send one. */
    public record NewAccount(
            @Pattern(regexp = "[0-9A-Za-z]{1,32}", message = "must be 1 to 32 letters and digits") String id,
            @Name String name,
            Boolean isEnabled,
            Boolean voiceAllowed,
            Boolean videoAllowed,
            @Valid Administrator administrator) {

        AccountForm form() {
            return new AccountForm(Optional.ofNullable(id), name, !Boolean.FALSE.equals(isEnabled), !Boolean.FALSE.equals(voiceAllowed),
                    !Boolean.FALSE.equals(videoAllowed), Optional.ofNullable(administrator).map(Administrator::first));
        }
    }

    /** Who can log in to a new account. */
    public record Administrator(@Name String loginName, @Name String fullName, @NotNull @Size(max = 512) String password) {

        AccountForm.FirstAdministrator first() {
            return new AccountForm.FirstAdministrator(loginName, fullName, password);
        }
    }

    /** An account that is there already. */
    public record Account(@Name String name, @NotNull Boolean isEnabled, @NotNull Boolean voiceAllowed, @NotNull Boolean videoAllowed) {

        AccountForm form() {
            return new AccountForm(Optional.empty(), name, isEnabled, voiceAllowed, videoAllowed, Optional.empty());
        }
    }

    @Inject
    AccountAdministration accounts;
    @Inject
    Forms forms;
    @Inject
    Caller caller;
    @Context
    UriInfo address;

    @GET
    @Operation(summary = "The accounts of the installation")
    @APIResponseSchema(AccountEntry.class)
    public Response list(@BeanParam ListQuery query) {
        return ListQuery.answer(accounts.list(query.page()));
    }

    @POST
    @Operation(summary = "Opens an account")
    @APIResponseSchema(value = AccountEntry.class, responseCode = "201")
    @RequestBody(content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = NewAccount.class)))
    public Response create(String body) {
        return Versions.created(accounts.create(caller.actor(), forms.read(forms.object(body), NewAccount.class, "users").form()),
                address, AccountEntry::id);
    }

    @GET
    @Path("/{id:[0-9A-Za-z]{1,32}}")
    @Operation(summary = "An account")
    @APIResponseSchema(AccountEntry.class)
    public Response get(@PathParam("id") AccountId id) {
        return Versions.ok(accounts.find(id));
    }

    @PUT
    @Path("/{id:[0-9A-Za-z]{1,32}}")
    @Operation(summary = "Replaces an account")
    @APIResponseSchema(AccountEntry.class)
    @RequestBody(content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Account.class)))
    public Response replace(@PathParam("id") AccountId id, @HeaderParam("If-Match") String ifMatch, String body) {
        return replace(id, Versions.expected(ifMatch), forms.object(body));
    }

    @PATCH
    @Path("/{id:[0-9A-Za-z]{1,32}}")
    @Operation(summary = "Changes what is named")
    @APIResponseSchema(AccountEntry.class)
    public Response patch(@PathParam("id") AccountId id, @HeaderParam("If-Match") String ifMatch, String body) {
        var expected = Versions.expected(ifMatch);
        var now = accounts.find(id);
        return now.map(account -> replace(id, expected, forms.patched(RecordJson.of(account.value()), body)))
                .orElseGet(() -> Versions.ok(now));
    }

    private Response replace(AccountId id, long expected, JsonObject account) {
        var form = forms.read(account, Account.class, "id", "users").form();
        return Versions.changed(accounts.replace(caller.actor(), id, expected, form), () -> now(id));
    }

    private Optional<Versioned<AccountEntry>> now(AccountId id) {
        return accounts.find(id);
    }
}
