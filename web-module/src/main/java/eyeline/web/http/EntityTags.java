package eyeline.web.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Names the content of each file that we serve by its hash. The files' own times are no help: a reproducible build gives all of
 * them the same, and a browser would keep yesterday's.
 */
@ApplicationScoped
public class EntityTags {

    /** Files remembered; there are fewer. */
    private static final int MOST = 2_000;

    private final Map<String, String> tags = new ConcurrentHashMap<>();

    /** The tag of a file under the context's root; nothing for what is not a file. */
    public Optional<String> of(ServletContext context, String path) {
        var known = tags.get(path);
        if (known != null) {
            return Optional.of(known);
        }
        var tag = read(context, path);
        if (tags.size() < MOST) {
            tag.ifPresent(fresh -> tags.put(path, fresh));
        }
        return tag;
    }

    private static Optional<String> read(ServletContext context, String path) {
        try (InputStream file = path.endsWith("/") ? null : context.getResourceAsStream(path)) {
            return file == null ? Optional.empty() : Optional.of('"' + Sha256.of(file.readAllBytes()) + '"');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
