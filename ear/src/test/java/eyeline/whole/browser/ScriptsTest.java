package eyeline.whole.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import eyeline.whole.Product;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.DynamicNode;

/** The modules of {@code src/test/js} in a real browser, beside the product's own modules as the server serves them. */
@InBrowsers
class ScriptsTest {
    private static final Path FOLDER = Product.target().resolveSibling("src/test/js");

    private static final String PROTOCOL = protocol();

    private static String protocol() {
        try {
            return Files.readString(Path.of(System.getProperty("eyeline.docs"), "protocol.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @TestFactory
    List<DynamicNode> everyModulesTests(Screens screens) throws IOException {
        var page = screens.page("scripts", screens.context(Devices.ONE_CAMERA, Screens.ALLOWED));
        var origin = screens.product().origin();
        page.route(origin + "/test/**", ScriptsTest::serve);
        page.navigate(origin + "/window/?account=10000001");
        page.navigate(origin + "/test/index.html");
        var modules = new ArrayList<DynamicNode>();
        try (var files = Files.list(FOLDER)) {
            for (var file : files.filter(f -> f.toString().endsWith(".test.js")).sorted().toList()) {
                modules.add(module(page, file.getFileName().toString()));
            }
        }
        assertFalse(modules.isEmpty());
        return modules;
    }

    private static DynamicNode module(Page page, String file) {
        @SuppressWarnings("unchecked")
        var names = (List<String>) page.evaluate("file => import(`/test/${file}`).then(m => Object.keys(m.tests))", file);
        return DynamicContainer.dynamicContainer(file, names.stream().map(name -> dynamicTest(name, () -> assertEquals("",
                page.evaluate("""
                        ([file, name, protocol]) => import(`/test/${file}`).then(m => m.tests[name]({protocol}))
                          .then(() => '', failure => String(failure?.stack ?? failure))""", List.of(file, name, PROTOCOL))))));
    }

    private static void serve(Route route) {
        var name = Path.of(java.net.URI.create(route.request().url()).getPath()).getFileName().toString();
        if (name.endsWith(".html")) {
            route.fulfill(new Route.FulfillOptions().setContentType("text/html").setBody(page()));
            return;
        }
        try {
            route.fulfill(new Route.FulfillOptions().setContentType("text/javascript").setBody(Files.readString(FOLDER.resolve(name))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The import map of the product's own page, and nothing else. */
    private static String page() {
        try {
            var window = Files.readString(FOLDER.resolve("../../../../web-module/src/main/webapp/window/index.html"));
            var map = window.substring(window.indexOf("<script type=\"importmap\">"),
                    window.indexOf("</script>") + "</script>".length());
            return "<!doctype html><title>tests</title>" + map;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
