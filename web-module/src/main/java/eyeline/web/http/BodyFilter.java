package eyeline.web.http;

import eyeline.core.result.RefusalReason;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Bodies are JSON in UTF-8 and small, but for the bytes of a check; all of it is checked before anybody reads them. */
@Provider
public class BodyFilter implements ContainerRequestFilter {

    private static final Set<String> TYPES = Set.of("json", "merge-patch+json");

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        var path = request.getUriInfo().getPath();
        var limit = BodySizes.limit(path);
        if (request.getLength() > limit) {
            request.abortWith(Problem.of(RefusalReason.TOO_LARGE));
            return;
        }
        var body = request.getEntityStream().readNBytes(limit + 1);
        if (body.length > limit) {
            request.abortWith(Problem.of(RefusalReason.TOO_LARGE));
        } else if (BodySizes.measured(path)) {
            request.setEntityStream(InputStream.nullInputStream());
            return;
        } else if (body.length > 0 && !json(request.getMediaType())) {
            request.abortWith(Problem.of(415, RefusalReason.MALFORMED, "The body must be application/json."));
        } else if (!utf8(body)) {
            request.abortWith(Problem.malformed("body", "The body is not UTF-8."));
        }
        request.setEntityStream(new ByteArrayInputStream(body));
    }

    /** What is not would be read as something else than was meant. */
    private static boolean utf8(byte[] body) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
            return true;
        } catch (CharacterCodingException somethingElse) {
            return false;
        }
    }

    private static boolean json(MediaType type) {
        return type != null && type.getType().equals("application") && TYPES.contains(type.getSubtype())
                && "utf-8".equalsIgnoreCase(type.getParameters().getOrDefault(MediaType.CHARSET_PARAMETER, "utf-8"));
    }
}
