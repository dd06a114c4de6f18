package eyeline.whole.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import eyeline.whole.wire.Body;
import eyeline.whole.wire.Brand;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Script, markup, right-to-left marks and formulas in every text field of the consoles are plain text, wherever they are shown. */
@InBrowsers
class PlantedTextTest {
    private static final String PLANTED = "=1+1 <img src=x onerror=\"window.planted=1\"><script>window.planted=1</script>\u202Edetrever";

    @Test
    void isShownAsText(Screens screens) {
        var brand = new Brand(screens.product());
        var console = ConsolePage.logsIn(screens.product(), screens.page("administrator", screens.context(Devices.ONE_CAMERA, Screens.ALLOWED)),
                brand.account(), "first");
        plantsAPerson(console);
        plantsIn(console, "Profiles", "New profile", "The profile");
        plantsIn(console, "Skills", "New skill", "The skill");
        plantsTexts(console, brand.admin().get(brand.configuration("calls/texts")).body().getJsonArray("items").size());
        plantsAServer(console);
        for (var view : List.of("People", "Profiles", "Skills", "Call settings", "Texts", "History")) {
            console.opens(view);
            isText(console.page(), view);
        }
        operatorSees(screens, brand);
    }

    private static void plantsAPerson(ConsolePage console) {
        console.link("New person").click();
        console.field("Full name").fill(PLANTED);
        console.field("Log-in name").fill("<b>bold</b>");
        console.presses("Generate");
        console.presses("Create");
        console.hears("can log in now");
        assertThat(console.heading(PLANTED)).isVisible();
    }

    private static void plantsIn(ConsolePage console, String view, String create, String made) {
        console.opens(view);
        console.link(create).click();
        console.page().locator("[name=name]").fill(PLANTED);
        console.presses("Create");
        console.hears(made);
        assertThat(console.link(PLANTED)).isVisible();
    }

    private static void plantsTexts(ConsolePage console, int count) {
        console.opens("Texts");
        var fields = console.page().locator("eye-text-field textarea");
        assertThat(fields).hasCount(count);
        assertThat(console.page().getByText("REASON_")).hasCount(0);
        for (int i = 0; i < count; i++) {
            fields.nth(i).fill(PLANTED);
        }
        console.presses("Save");
        console.hears("The texts are saved");
        assertThat(console.page().locator("eye-text-preview").getByText(PLANTED).first()).isVisible();
    }

    private static void plantsAServer(ConsolePage console) {
        console.opens("Call settings");
        console.presses("Add a server");
        console.field("Address").fill("turn:turn.example.org:3478");
        console.page().locator("[name='iceServers[0].credential']").selectOption("FIXED");
        console.field("User name").fill(PLANTED);
        console.field("Password").fill(PLANTED);
        console.presses("Save");
        console.hears("The call settings are saved");
    }

    private static void operatorSees(Screens screens, Brand brand) {
        Brand.made(brand.operator().change(brand.operators(), Body.of("name", PLANTED)));
        var operator = ConsolePage.ofTheOperator(screens.product(), screens.page("operator", screens.context(Devices.ONE_CAMERA, Screens.ALLOWED)));
        operator.field("Search accounts").fill("=1+1");
        operator.link(PLANTED).click();
        assertThat(operator.heading(PLANTED)).isVisible();
        isText(operator.page(), "Accounts");
        operator.link("History").click();
        assertThat(operator.heading("History")).isVisible();
        isText(operator.page(), "History of the operator");
    }

    private static void isText(Page page, String where) {
        assertThat(page.getByText("detrever").first()).isAttached();
        assertEquals(List.of(), page.evaluate("""
                () => {
                  const all = (root) => [...root.querySelectorAll('*')].flatMap((each) => [each, ...(each.shadowRoot ? all(each.shadowRoot) : [])]);
                  return [...(window.planted ? ['it ran'] : []), ...all(document.body).filter((each) => each.matches('[onerror], img[src=x]')).map(String)];
                }"""), where);
    }
}
