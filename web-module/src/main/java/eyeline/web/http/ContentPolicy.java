package eyeline.web.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The Content-Security-Policy of a page: nothing but our own files, and of inline scripts only the page's import map, by its
 * hash.
 */
@ApplicationScoped
public class ContentPolicy {

    private static final Pattern IMPORT_MAP = Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL);

    private final Map<String, String> scriptSources = new ConcurrentHashMap<>();

    /** {@code page}: the file under the context's root; {@code parents}: origins whose pages may embed it, perhaps none. */
    public String of(ServletContext context, String page, String host, Set<String> parents) {
        var scripts = page.endsWith(".html") ? scriptSources.computeIfAbsent(page, p -> scriptSources(context, p)) : null;
        return "default-src 'none'; script-src " + (scripts == null ? "'self'" : scripts)
                + "; style-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; font-src 'self'; connect-src 'self'"
                + (host.isEmpty() ? "" : " wss://" + host)
                + "; base-uri 'none'; form-action 'self'; frame-ancestors "
                + (parents.isEmpty() ? "'none'" : "'self' " + String.join(" ", new TreeSet<>(parents)));
    }

    /** Nothing, and so not remembered, for a page that does not exist. */
    private static String scriptSources(ServletContext context, String page) {
        var text = text(context, page);
        if (text.isEmpty()) {
            return null;
        }
        var map = IMPORT_MAP.matcher(text);
        return map.find() ? "'self' 'sha256-" + Sha256.of(map.group(1).getBytes(StandardCharsets.UTF_8)) + "'" : "'self'";
    }

    private static String text(ServletContext context, String page) {
        try (var file = context.getResourceAsStream(page)) {
            return file == null ? "" : new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
