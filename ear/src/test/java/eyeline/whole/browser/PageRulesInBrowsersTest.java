package eyeline.whole.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A page that breaks a rule (W2) is told so in the browser's console, with what to do, and once to the administrator. */
@InBrowsers
class PageRulesInBrowsersTest {

    @Test
    void aPageWithoutHttpsIsToldSo(Screens screens) {
        told(screens, "http://www.brand.example", Map.of(), "NOT_HTTPS", "The page must be served over HTTPS", brand -> brand.html());
    }

    @Test
    void aTagInAFrameIsToldSo(Screens screens) {
        var brand = new BrandPages(screens);
        told(screens, brand, BrandPages.ORIGIN, Map.of(), "IN_A_FRAME", "into the topmost page, not into a frame",
                path -> path.equals("/inner") ? brand.html() : "<title>Brand</title><iframe src=\"/inner\"></iframe>");
    }

    @Test
    void overwrittenCoreFunctionsAreNamed(Screens screens) {
        var brand = new BrandPages(screens).carries(
                "<script>JSON.stringify = function (value) { return String(value); }; Array.prototype.map = function () { return []; };</script>");
        told(screens, brand, BrandPages.ORIGIN, Map.of(), "OVERWRITTEN",
                "has overwritten JSON.stringify, Array.prototype.map;", path -> brand.html());
    }

    @Test
    void aPermissionsPolicyThatBlocksTheDevicesIsToldWithWhatToAllow(Screens screens) {
        told(screens, BrandPages.ORIGIN, Map.of("Permissions-Policy", "camera=(self), microphone=*"), "PERMISSIONS_POLICY",
                "blocks camera; calls will fail. Allow camera=(self \"" + screens.product().origin() + "\")", brand -> brand.html());
    }

    @Test
    void aContentSecurityPolicyThatBlocksTheWindowIsToldWithTheDirective(Screens screens) {
        told(screens, BrandPages.ORIGIN, Map.of("Content-Security-Policy", "frame-src 'self'"), "CONTENT_SECURITY_POLICY",
                "allow " + screens.product().origin() + " in frame-src", brand -> brand.html());
    }

    @Test
    void aGoodPageIsToldNothing(Screens screens) {
        var brand = new BrandPages(screens);
        brand.consumer().writes("Nothing to say?");
        assertFalse(screens.console().contains("Eyeline:"), screens.console());
        assertEquals(List.of(), problems(brand));
    }

    private static void told(Screens screens, String origin, Map<String, String> headers, String rule, String words,
            Function<BrandPages, String> html) {
        var brand = new BrandPages(screens);
        told(screens, brand, origin, headers, rule, words, path -> html.apply(brand));
    }

    private static void told(Screens screens, BrandPages brand, String origin, Map<String, String> headers, String rule, String words,
            UnaryOperator<String> pages) {
        var page = brand.page(screens.context(Devices.ONE_CAMERA, Screens.ALLOWED), origin, headers, pages);
        var answer = page.waitForResponse(response -> isReport(response.request()), () -> page.navigate(origin + "/"));
        assertEquals(204, answer.status());
        assertEquals(List.of(rule + " " + origin), problems(brand));
        heard(screens, page, words, 1);
        // the next page of the same visit says it in the console alone
        var again = new ArrayList<Request>();
        page.onRequest(request -> {
            if (isReport(request)) {
                again.add(request);
            }
        });
        page.reload();
        heard(screens, page, words, 2);
        assertEquals(List.of(), again, "told once");
        assertEquals(List.of(rule + " " + origin), problems(brand));
    }

    private static boolean isReport(Request request) {
        return request.url().endsWith("/page-problems") && request.method().equals("POST");
    }

    private static void heard(Screens screens, Page page, String words, int times) {
        page.waitForCondition(() -> screens.console().split(Pattern.quote(words), -1).length - 1 == times);
    }

    private static List<String> problems(BrandPages brand) {
        return brand.brand().admin().get(brand.brand().configuration("page-problems")).body().getJsonArray("items")
                .getValuesAs(JsonObject.class).stream().map(item -> item.getString("rule") + " " + item.getString("origin")).toList();
    }
}
