package eyeline.web.user;

import eyeline.core.account.AccountId;
import eyeline.core.page.Versioned;
import eyeline.core.user.UserAdministration;
import eyeline.core.user.UserForm;
import eyeline.core.user.UserView;
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
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The users of an account (docs/rest.md, "People"). */
@Path("/account/{account}/configuration/le-users/users")
@RequestScoped
@Tag(name = "Users")
@RolesAllowed({"ADMINISTRATOR", "OPERATOR"})
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
public class UserResource {

    static final String UUID_FORM = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final String[] SERVERS = {"id", "pid"};
    private static final int MOST = 200;

    /** A user as administrators send one. */
    public record User(
            @Name String loginName,
            @Name String fullName,
            @NotNull Boolean isEnabled,
            @NotNull @Size(max = 10) List<@Pattern(regexp = UUID_FORM) String> profileIds,
            @NotNull @Size(max = MOST) List<@Size(min = 1, max = 32) String> skillIds,
            @Size(max = 512) String password) {

        UserForm form() {
            return new UserForm(loginName, fullName, isEnabled,
                    profileIds.stream().map(UUID::fromString).collect(Collectors.toSet()), Set.copyOf(skillIds),
                    Optional.ofNullable(password));
        }
    }

    @Inject
    UserAdministration users;
    @Inject
    Forms forms;
    @Inject
    Caller caller;
    @PathParam("account")
    AccountId account;
    @Context
    UriInfo address;

    @GET
    @Operation(summary = "The users of the account")
    @APIResponseSchema(UserView.class)
    public Response list(@BeanParam ListQuery query) {
        return ListQuery.answer(users.list(account, query.page()));
    }

    @POST
    @Operation(summary = "Creates a user")
    @APIResponseSchema(value = UserView.class, responseCode = "201")
    @RequestBody(content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = User.class)))
    public Response create(String body) {
        var form = forms.read(forms.object(body), User.class, SERVERS).form();
        var made = users.create(account, caller.actor(), form);
        return Versions.created(made, address, UserView::id);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "A user")
    @APIResponseSchema(UserView.class)
    public Response get(@PathParam("id") String id) {
        return Versions.ok(users.find(account, id));
    }

    @PUT
    @Path("/{id}")
    @Operation(summary = "Replaces a user")
    @APIResponseSchema(UserView.class)
    @RequestBody(content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = User.class)))
    public Response replace(@PathParam("id") String id, @HeaderParam("If-Match") String ifMatch, String body) {
        return replace(id, Versions.expected(ifMatch), forms.object(body));
    }

    @PATCH
    @Path("/{id}")
    @Operation(summary = "Changes what is named")
    @APIResponseSchema(UserView.class)
    public Response patch(@PathParam("id") String id, @HeaderParam("If-Match") String ifMatch, String body) {
        var expected = Versions.expected(ifMatch);
        var now = users.find(account, id);
        return now.map(user -> replace(id, expected, forms.patched(RecordJson.of(user.value()), body)))
                .orElseGet(() -> Versions.ok(now));
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Deletes a user; the name stays in the record of calls")
    public Response delete(@PathParam("id") String id, @HeaderParam("If-Match") String ifMatch) {
        return Versions.deleted(users.delete(account, caller.actor(), id, Versions.expected(ifMatch)), now(id));
    }

    private Response replace(String id, long expected, JsonObject user) {
        var form = forms.read(user, User.class, SERVERS).form();
        return Versions.changed(users.replace(account, caller.actor(), id, expected, form), now(id));
    }

    private Supplier<Optional<Versioned<UserView>>> now(String id) {
        return () -> users.find(account, id);
    }
}
