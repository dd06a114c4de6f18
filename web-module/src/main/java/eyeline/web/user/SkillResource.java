package eyeline.web.user;

import eyeline.core.account.AccountId;
import eyeline.core.page.Versioned;
import eyeline.core.user.SkillAdministration;
import eyeline.core.user.SkillView;
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
import jakarta.validation.constraints.Pattern;
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
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The skills of an account (docs/rest.md, "People"). */
@Path("/account/{account}/configuration/le-users/skills")
@RequestScoped
@Tag(name = "Skills")
@RolesAllowed({"ADMINISTRATOR", "OPERATOR"})
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
public class SkillResource {

    /** A skill as administrators send one; {@code id} counts at creation alone. */
    public record Skill(@Pattern(regexp = "[A-Za-z0-9_-]{1,32}", message = "must be 1 to 32 letters, digits, _ or -") String id,
            @Name String name) {
    }

    @Inject
    SkillAdministration skills;
    @Inject
    Forms forms;
    @Inject
    Caller caller;
    @PathParam("account")
    AccountId account;
    @Context
    UriInfo address;

    @GET
    @Operation(summary = "The skills of the account")
    @APIResponseSchema(SkillView.class)
    public Response list(@BeanParam ListQuery query) {
        return ListQuery.answer(skills.list(account, query.page()));
    }

    @POST
    @Operation(summary = "Creates a skill")
    @APIResponseSchema(value = SkillView.class, responseCode = "201")
    @RequestBody(content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Skill.class)))
    public Response create(String body) {
        var form = forms.read(forms.object(body), Skill.class);
        var made = skills.create(account, caller.actor(), Optional.ofNullable(form.id()), form.name());
        return Versions.created(made, address, SkillView::id);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "A skill")
    @APIResponseSchema(SkillView.class)
    public Response get(@PathParam("id") String id) {
        return Versions.ok(skills.find(account, id));
    }

    @PUT
    @Path("/{id}")
    @Operation(summary = "Replaces a skill")
    @APIResponseSchema(SkillView.class)
    @RequestBody(content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Skill.class)))
    public Response replace(@PathParam("id") String id, @HeaderParam("If-Match") String ifMatch, String body) {
        return replace(id, Versions.expected(ifMatch), forms.object(body));
    }

    @PATCH
    @Path("/{id}")
    @Operation(summary = "Changes what is named")
    @APIResponseSchema(SkillView.class)
    public Response patch(@PathParam("id") String id, @HeaderParam("If-Match") String ifMatch, String body) {
        var expected = Versions.expected(ifMatch);
        var now = skills.find(account, id);
        return now.map(skill -> replace(id, expected, forms.patched(RecordJson.of(skill.value()), body)))
                .orElseGet(() -> Versions.ok(now));
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Deletes a skill that nobody has")
    public Response delete(@PathParam("id") String id, @HeaderParam("If-Match") String ifMatch) {
        return Versions.deleted(skills.delete(account, caller.actor(), id, Versions.expected(ifMatch)), now(id));
    }

    private Response replace(String id, long expected, JsonObject skill) {
        var form = forms.read(skill, Skill.class);
        return Versions.changed(skills.replace(account, caller.actor(), id, expected, form.name()), now(id));
    }

    private Supplier<Optional<Versioned<SkillView>>> now(String id) {
        return () -> skills.find(account, id);
    }
}
