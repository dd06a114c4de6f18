package eyeline.web.http;

import eyeline.core.result.RefusalReason;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** Bodies are JSON and small; both is checked before anybody reads them. */
@Provider
public class BodyFilter implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        var limit = limit(request.getUriInfo().getPath());
        var body = request.getEntityStream().readNBytes(limit + 1);
        if (body.length > limit) {
            request.abortWith(Problem.of(RefusalReason.TOO_LARGE));
        } else if (body.length > 0 && !json(request.getMediaType())) {
            request.abortWith(Problem.of(415, RefusalReason.MALFORMED, "The body must be application/json."));
        }
        request.setEntityStream(new ByteArrayInputStream(body));
    }

    private static int limit(String path) {
        return path.contains("/configuration/") || path.contains("/operator/") ? HttpLimits.CONFIGURATION_BYTES : HttpLimits.BODY_BYTES;
    }

    private static boolean json(MediaType type) {
        return type != null && type.getType().equals("application") && (type.getSubtype().equals("json") || type.getSubtype().equals("merge-patch+json"));
    }
}
