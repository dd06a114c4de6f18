package eyeline.web.openapi;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** This API's own description, made of the code by the build (OpenAPI 3.1); {@code /api-docs/} shows it. */
@Path("/openapi.json")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "This description")
public class OpenApiResource {

    @GET
    @PermitAll
    @Operation(summary = "This description")
    @APIResponseSchema(Object.class)
    public Response get() {
        try (var document = OpenApiResource.class.getResourceAsStream("openapi.json")) {
            return Response.ok(new String(document.readAllBytes(), StandardCharsets.UTF_8)).header("Cache-Control", "no-cache").build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
