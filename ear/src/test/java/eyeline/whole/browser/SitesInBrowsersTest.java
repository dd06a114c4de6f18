package eyeline.whole.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitUntilState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Websites as they are today: they change without loading, carry away what is fixed, become modal, and lose attributes of the tag. */
@InBrowsers
class SitesInBrowsersTest {
    /** From the window to the viewport's border, where there is room. */
    private static final double MARGIN = 20;
    /** Set in the window: gone as soon as it is loaded anew. */
    private static final String MARK = "() => { window.marked = true; }";
    private static final String LINK = "<a id=\"ask\" href=\"/contact\" data-eyeline-open>Ask</a>";

    @Test
    void aCallGoesOnWhateverThePageAroundItDoes(Screens screens) {
        var shop = screens.product().shop();
        var page = screens.page("consumer", screens.context(Devices.ONE_CAMERA, Screens.ALLOWED.andThen(options -> options.setViewportSize(1720, 900))));
        var talk = Talk.begins(screens, screens.agent("agent1"), ShopPage.opens(screens.product(), page, shop + "/stories"));
        talk.sees();

        talk.consumer().window().evaluate(MARK);
        turnsTo(page, "An oak that fell by itself");
        turnsTo(page, "Next: Mended four times");
        page.goBack();
        assertThat(heading(page, "An oak that fell by itself")).isVisible();
        isTheSame(talk.consumer());

        // written anew with everything in it: the window is gone with its page, and comes back by itself in the same call
        page.evaluate("() => { const html = document.documentElement; const anew = html.cloneNode(true); html.replaceWith(anew); }");
        var back = ShopPage.inCall(screens.product(), page);
        assertEquals(false, back.window().evaluate("() => Boolean(window.marked)"));
        back.media().flows();
        talk.agent().media().flows();

        page.navigate(shop + "/lookbook");
        back = ShopPage.inCall(screens.product(), page);
        page.evaluate("() => scrollTo({top: 500, behavior: 'instant'})");
        isInItsCorner(back);

        page.navigate(shop + "/fit");
        back = ShopPage.inCall(screens.product(), page);
        back.media().flows();
        back.window().evaluate(MARK);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Measure a door")).click();
        page.getByLabel("Width").fill("82");
        back.presses("Mute microphone");
        assertThat(talk.agent().page().getByText("Muted").first()).isVisible();
        isInItsCorner(back);
        assertEquals("82", page.getByLabel("Width").inputValue());
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Keep it")).click();
        back.presses("Unmute microphone");
        isTheSame(back);
        back.presses("Hang up");
        assertThat(talk.agent().button("Hang up")).isHidden();
        assertEquals("CONSUMER", talk.lastEnd("end_reason"));
    }

    @Test
    void theAccountIsFoundAtTheTagInItsAddressOrInTheSettingsInThisOrder(Screens screens) {
        var brand = new BrandPages(screens);
        var own = brand.brand().account();
        assertEquals(own, account(screens, brand, "<script src=\"%s/tag.js?account=1\" data-account=\"" + own + "\"></script>", "2"));
        assertEquals(own, account(screens, brand, "<script src=\"%s/tag.js?account=" + own + "\"></script>", "2"));
        assertEquals(own, account(screens, brand, "<script src=\"%s/tag.js\"></script>", own));
    }

    @Test
    void whatIsPressedBeforeTheTagIsLoadedOpensTheWindow(Screens screens) throws IOException {
        var brand = new BrandPages(screens);
        var page = page(screens, brand, "<html lang=\"de_AT\">" + early() + LINK + brand.tag());
        held(page).resume();
        var window = window(screens, page);
        assertThat(window.getByRole(AriaRole.TEXTBOX, new Frame.GetByRoleOptions().setName("Write a message"))).isVisible();
        assertTrue(window.url().endsWith("&language=de-AT"), window.url());
    }

    @Test
    void whereTheTagOrTheWindowIsRefusedALinkIsALink(Screens screens) throws IOException {
        var brand = new BrandPages(screens);
        brand.set("origins", List.of("https://www.another.example"));
        var page = page(screens, brand, early() + LINK + brand.tag());
        held(page).abort();
        page.waitForURL(BrandPages.ORIGIN + "/contact");
        page.unroute("**/tag.js");
        page.navigate(BrandPages.ORIGIN + "/");
        page.locator("#ask").click();
        page.waitForURL(BrandPages.ORIGIN + "/contact");
    }

    /** Goes to the page and presses its link while the tag is still on the way. */
    private static Route held(Page page) {
        var held = new ArrayList<Route>();
        page.route("**/tag.js", held::add);
        page.navigate(BrandPages.ORIGIN + "/", new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
        page.locator("#ask").click();
        page.waitForCondition(() -> !held.isEmpty());
        return held.get(0);
    }

    private static void turnsTo(Page page, String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link)).press("Enter");
        assertThat(heading(page, link.replace("Next: ", ""))).isVisible();
    }

    private static Locator heading(Page page, String words) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(words).setLevel(1));
    }

    /** It was not loaded anew, and the other side's voice and picture come. */
    private static void isTheSame(ShopPage consumer) {
        assertEquals(true, consumer.window().evaluate("() => Boolean(window.marked)"));
        consumer.media().flows();
    }

    private static void isInItsCorner(ShopPage consumer) {
        var box = consumer.window().frameElement().boundingBox();
        var page = consumer.page().viewportSize();
        assertEquals(page.height - MARGIN, box.y + box.height, 1);
        assertEquals(((Number) consumer.page().evaluate("() => document.documentElement.clientWidth")).doubleValue() - MARGIN, box.x + box.width, 16);
    }

    /** The account of the window that comes of this tag, beside these settings of the page. */
    private static String account(Screens screens, BrandPages brand, String tag, String set) {
        var page = page(screens, brand, "<script>window.eyelineSettings = {account: '" + set + "'};</script>"
                + tag.formatted(screens.product().origin()));
        page.navigate(BrandPages.ORIGIN + "/");
        return window(screens, page).url().replaceAll(".*[?]account=([^&]+)&.*", "$1");
    }

    private static Page page(Screens screens, BrandPages brand, String html) {
        return brand.page(screens.context(Devices.ONE_CAMERA, Screens.ALLOWED), BrandPages.ORIGIN, Map.of(),
                path -> path.equals("/") ? "<!doctype html><title>Brand</title>" + html : "<!doctype html><title>Brand</title>" + path);
    }

    private static Frame window(Screens screens, Page page) {
        var address = screens.product().origin() + "/window/";
        page.waitForCondition(() -> page.frames().stream().anyMatch(frame -> frame.url().startsWith(address)));
        return page.frames().stream().filter(frame -> frame.url().startsWith(address)).findFirst().orElseThrow();
    }

    /** The lines that a page may have before the tag, as a brand finds them in the guide. */
    private static String early() throws IOException {
        var guide = Files.readString(Path.of(System.getProperty("eyeline.docs"), "website.md"));
        var lines = Pattern.compile("```html\n(<script>\n.*?settings\\.asked.*?</script>)\n```", Pattern.DOTALL).matcher(guide);
        assertTrue(lines.find(), "the guide has lines that keep what is pressed early");
        return lines.group(1);
    }
}
