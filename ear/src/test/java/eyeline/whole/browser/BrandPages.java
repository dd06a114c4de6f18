package eyeline.whole.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import eyeline.whole.wire.Body;
import eyeline.whole.wire.Brand;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A brand of a test's own: its settings, its agent, and its website, whose pages the test makes up. */
final class BrandPages {
    static final String ORIGIN = "https://www.brand.example";
    static final String AGENT = "agent";

    private final Screens screens;
    private final Brand brand;
    private String language = "en";
    private String head = "";
    private int count;

    BrandPages(Screens screens) {
        this.screens = screens;
        brand = new Brand(screens.product());
        brand.user(AGENT, "AGENT");
        set("origins", List.of(ORIGIN));
    }

    Brand brand() {
        return brand;
    }

    /** What the website's pages say of their language. */
    BrandPages speaks(String tag) {
        language = tag;
        return this;
    }

    /** What the website's pages have in their head, before the tag. */
    BrandPages carries(String html) {
        head = html;
        return this;
    }

    /** Changes call settings over REST: names and values by turns. */
    void set(Object... namesAndValues) {
        var answer = brand.admin().change(brand.configuration("calls"), Body.of(namesAndValues));
        assertEquals(200, answer.status(), answer.response().body());
    }

    AgentPage agent() {
        var page = screens.page(AGENT, screens.context(Devices.ONE_CAMERA, Screens.ALLOWED));
        return AgentPage.logsIn(screens.product(), page, brand.account(), AGENT);
    }

    /** A consumer on the brand's page, with the window open. */
    ShopPage consumer() {
        return consumer(screens.context(Devices.ONE_CAMERA, Screens.ALLOWED));
    }

    ShopPage consumer(BrowserContext context) {
        return ShopPage.opens(screens.product(), page(context, ORIGIN), ORIGIN + "/");
    }

    /** The agent has taken the consumer's conversation. */
    Talk talk() {
        return Talk.begins(screens, agent(), consumer());
    }

    /** A page that has gone nowhere yet; whatever it asks of the origin is the brand's page. */
    Page page(BrowserContext context, String origin) {
        return page(context, origin, Map.of(), path -> html());
    }

    /** Pages with these headers, by the path. */
    Page page(BrowserContext context, String origin, Map<String, String> headers, UnaryOperator<String> pages) {
        var page = screens.page("brand " + ++count, context);
        page.route(origin + "/**", route -> route.fulfill(new Route.FulfillOptions().setContentType("text/html").setHeaders(headers)
                .setBody(pages.apply(URI.create(route.request().url()).getPath()))));
        return page;
    }

    String html() {
        return """
                <!doctype html><html lang="%s"><head><meta charset="utf-8"><title>Brand</title>%s</head>
                <body><h1>Brand</h1>%s</body></html>""".formatted(language, head, tag());
    }

    String tag() {
        return "<script src=\"%s/tag.js\" data-account=\"%s\" async></script>".formatted(screens.product().origin(), brand.account());
    }
}
