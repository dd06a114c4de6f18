package eyeline.web.user;

import eyeline.core.account.AccountId;
import eyeline.core.change.Change;
import eyeline.core.change.ChangeHistory;
import eyeline.core.change.ChangeSubject;
import eyeline.core.json.Json;
import eyeline.core.page.PageKey;
import eyeline.web.http.ListQuery;
import eyeline.web.http.Problem;
import eyeline.web.openapi.Shapes;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who changed what (P5; docs/rest.md, "History"). */
@Path("/account/{account}/configuration/changes")
@RequestScoped
@Tag(name = "History")
@RolesAllowed({"ADMINISTRATOR", "OPERATOR"})
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
public class ChangeResource {

    private static final int ID = 100;

    @Inject
    ChangeHistory history;
    @PathParam("account")
    AccountId account;

    @GET
    @Operation(summary = "Who changed what, newest first")
    @APIResponseSchema(Shapes.ChangeEntry.class)
    public Response list(@BeanParam ListQuery query, @QueryParam("subject") String subject, @QueryParam("subjectId") String subjectId) {
        var kind = Arrays.stream(ChangeSubject.values()).filter(s -> s.name().equals(subject)).findFirst();
        if (subject != null && kind.isEmpty() || subjectId != null && subjectId.length() > ID) {
            return Problem.malformed(kind.isEmpty() ? "subject" : "subjectId", "There is nothing of this name to have a history.");
        }
        var before = query.after().map(PageKey::id).filter(id -> id.matches("[0-9]{1,18}")).map(Long::parseLong).orElse(Long.MAX_VALUE);
        var limit = query.page().limit();
        var found = history.list(account.value(), kind, Optional.ofNullable(subjectId), before, limit + 1);
        var items = Json.createArrayBuilder();
        found.stream().limit(limit).map(ChangeResource::json).forEach(items::add);
        var body = Json.createObjectBuilder().add("items", items)
                .add("total", history.count(account.value(), kind, Optional.ofNullable(subjectId)));
        if (found.size() > limit) {
            body.add("next", ListQuery.cursor(new PageKey("", String.valueOf(found.get(limit - 1).id()))));
        }
        return Response.ok(body.build().toString()).header("Cache-Control", "no-store").build();
    }

    private static JsonObject json(Change change) {
        var json = Json.createObjectBuilder()
                .add("id", change.id())
                .add("at", change.at().toEpochMilli())
                .add("by", Json.createObjectBuilder().add("loginName", change.actorLogin()).add("fullName", change.actorName()))
                .add("action", change.action().name())
                .add("subject", change.subject().name())
                .add("subjectId", change.subjectId())
                .add("subjectName", change.subjectName());
        change.before().ifPresent(before -> json.add("before", before));
        change.after().ifPresent(after -> json.add("after", after));
        return json.build();
    }
}
