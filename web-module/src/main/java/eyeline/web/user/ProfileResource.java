package eyeline.web.user;

import eyeline.core.account.AccountId;
import eyeline.core.page.Versioned;
import eyeline.core.user.Permission;
import eyeline.core.user.ProfileAdministration;
import eyeline.core.user.ProfileForm;
import eyeline.core.user.ProfileView;
import eyeline.core.user.Role;
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
import java.util.Arrays;
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

/** The profiles of an account (docs/rest.md, "People"). */
@Path("/account/{account}/configuration/le-users/profiles")
@RequestScoped
@Tag(name = "Profiles")
@RolesAllowed({"ADMINISTRATOR", "OPERATOR"})
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
public class ProfileResource {

    private static final String ROLES = "AGENT|AGENT_MANAGER|ADMINISTRATOR|OPERATOR";
    private static final String PERMISSIONS = "INITIATE_VOICE_CONVERSATION|INITIATE_LIVE_VIDEO_CONVERSATION|SEE_ALL_CONVERSATIONS";
    private static final String[] SERVERS = {"id", "users"};

    /** A profile as administrators send one. A new one may leave {@code permissions} out: it gets those that are on by default (P2). */
    public record Profile(
            @NotNull @Pattern(regexp = ROLES, message = "is no role") String role,
            @Name String name,
            @Size(max = 20) List<@Pattern(regexp = PERMISSIONS, message = "is no permission") String> permissions) {

        ProfileForm form() {
            return new ProfileForm(Role.valueOf(role), name, permissions.stream().map(Permission::valueOf).collect(Collectors.toSet()));
        }

        ProfileForm newForm() {
            var role = Role.valueOf(this.role);
            return permissions != null ? form() : new ProfileForm(role, name,
                    role == Role.AGENT ? Set.copyOf(Arrays.stream(Permission.values()).filter(p -> p.role() == role).toList()) : Set.of());
        }
    }

    @Inject
    ProfileAdministration profiles;
    @Inject
    Forms forms;
    @Inject
    Caller caller;
    @PathParam("account")
    AccountId account;
    @Context
    UriInfo address;

    @GET
    @Operation(summary = "The profiles of the account")
    @APIResponseSchema(ProfileView.class)
    public Response list(@BeanParam ListQuery query) {
        return ListQuery.answer(profiles.list(account, query.page()));
    }

    @POST
    @Operation(summary = "Creates a profile")
    @APIResponseSchema(value = ProfileView.class, responseCode = "201")
    @RequestBody(content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Profile.class)))
    public Response create(String body) {
        var made = profiles.create(account, caller.actor(), forms.read(forms.object(body), Profile.class, SERVERS).newForm());
        return Versions.created(made, address, ProfileView::id);
    }

    @GET
    @Path("/{id:" + UserResource.UUID_FORM + "}")
    @Operation(summary = "A profile")
    @APIResponseSchema(ProfileView.class)
    public Response get(@PathParam("id") UUID id) {
        return Versions.ok(profiles.find(account, id));
    }

    @PUT
    @Path("/{id:" + UserResource.UUID_FORM + "}")
    @Operation(summary = "Replaces a profile")
    @APIResponseSchema(ProfileView.class)
    @RequestBody(content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Replacement.class)))
    public Response replace(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, String body) {
        return replace(id, Versions.expected(ifMatch), forms.object(body));
    }

    @PATCH
    @Path("/{id:" + UserResource.UUID_FORM + "}")
    @Operation(summary = "Changes what is named")
    @APIResponseSchema(ProfileView.class)
    public Response patch(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, String body) {
        var expected = Versions.expected(ifMatch);
        var now = profiles.find(account, id);
        return now.map(profile -> replace(id, expected, forms.patched(RecordJson.of(profile.value()), body)))
                .orElseGet(() -> Versions.ok(now));
    }

    @DELETE
    @Path("/{id:" + UserResource.UUID_FORM + "}")
    @Operation(summary = "Deletes a profile that nobody has")
    public Response delete(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
        return Versions.deleted(profiles.delete(account, caller.actor(), id, Versions.expected(ifMatch)), now(id));
    }

    private Response replace(UUID id, long expected, JsonObject json) {
        var profile = forms.read(json, Replacement.class, SERVERS);
        return Versions.changed(profiles.replace(account, caller.actor(), id, expected, profile.form()), now(id));
    }

    private Supplier<Optional<Versioned<ProfileView>>> now(UUID id) {
        return () -> profiles.find(account, id);
    }

    /** A profile that is there already: nothing may be left out. */
    public record Replacement(
            @NotNull @Pattern(regexp = ROLES, message = "is no role") String role,
            @Name String name,
            @NotNull @Size(max = 20) List<@Pattern(regexp = PERMISSIONS, message = "is no permission") String> permissions) {

        ProfileForm form() {
            return new Profile(role, name, permissions).form();
        }
    }
}
