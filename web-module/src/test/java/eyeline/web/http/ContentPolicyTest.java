package eyeline.web.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentPolicyTest {

    private static final Path PAGES = Path.of("src/main/webapp");
    private static final Pattern INLINE =
            Pattern.compile("<script(?![^>]*\\bsrc=)[^>]*>(.*?)</script>|<style|\\son[a-z]+=|\\sstyle=", Pattern.DOTALL);

    private final ContentPolicy policy = new ContentPolicy();

    /** The pages as they are in the sources; nothing else of a servlet context is asked for. */
    private static ServletContext pages() {
        return (ServletContext) Proxy.newProxyInstance(ServletContext.class.getClassLoader(), new Class<?>[] {ServletContext.class},
                (proxy, method, arguments) -> {
                    var file = PAGES.resolve(((String) arguments[0]).substring(1));
                    return Files.isRegularFile(file) ? Files.newInputStream(file) : null;
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"/index.html", "/agent/index.html", "/backend/index.html", "/console/index.html", "/window/index.html"})
    void allowsOfInlineScriptsOnlyThePagesImportMap(String page) throws IOException {
        var policyOfPage = policy.of(pages(), page, "localhost:8443", Set.of());
        var inline = INLINE.matcher(Files.readString(PAGES.resolve(page.substring(1))));
        while (inline.find()) {
            var hash = Sha256.of(String.valueOf(inline.group(1)).getBytes(StandardCharsets.UTF_8));
            assertTrue(policyOfPage.contains("'sha256-" + hash + "'"), () -> page + ": " + inline.group());
        }
        assertFalse(policyOfPage.contains("unsafe"));
    }

    @Test
    void letsNobodyEmbedAPageButTheAccountsSites() {
        assertTrue(policy.of(pages(), "/agent/index.html", "h", Set.of()).endsWith("frame-ancestors 'none'"));
        assertTrue(policy.of(pages(), "/window/index.html", "h", Set.of("https://b.example", "https://a.example"))
                .endsWith("frame-ancestors 'self' https://a.example https://b.example"));
    }

    @Test
    void treatsWhatIsNoPageStrictly() {
        assertTrue(policy.of(pages(), "/nothing.html", "", Set.of()).startsWith("default-src 'none'; script-src 'self'; "));
    }

    @Test
    void allowsTheSocketOfThisHostAlone() {
        assertTrue(policy.of(pages(), "/index.html", "calls.example.org", Set.of())
                .contains("connect-src 'self' wss://calls.example.org;"));
    }

    @Test
    void namesAFileByItsContent() {
        var tags = new EntityTags();
        var tag = tags.of(pages(), "/favicon.svg").orElseThrow();
        assertEquals(tag, tags.of(pages(), "/favicon.svg").orElseThrow());
        assertTrue(tags.of(pages(), "/agent/").isEmpty());
        assertTrue(tags.of(pages(), "/nothing").isEmpty());
    }
}
