package eyeline.whole.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import eyeline.whole.relay.Relay;
import eyeline.whole.wire.Body;
import eyeline.whole.wire.Brand;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The check before a call (R5), as a page and in the workspace. */
@InBrowsers
class CheckInBrowsersTest {
    /** Keeps every track that was opened, to see that it is closed. */
    private static final String TRACKS = """
            (() => {
              window.__tracks = [];
              const devices = navigator.mediaDevices;
              if (!devices) return;
              const open = devices.getUserMedia.bind(devices);
              devices.getUserMedia = async wanted => {
                const stream = await open(wanted);
                window.__tracks.push(...stream.getTracks());
                return stream;
              };
            })()""";
    private static final Consumer<Browser.NewContextOptions> STILL = options -> {
        options.setPermissions(List.of("camera", "microphone", "clipboard-read", "clipboard-write"));
        options.setReducedMotion(ReducedMotion.REDUCE);
    };

    @Test
    void everythingIsGreenWithARelayAndEveryDeviceIsClosedAfterwards(Screens screens) throws Exception {
        var brand = brand(screens);
        try (var relay = Relay.on(screens.product())) {
            set(brand, Body.of("url", "stun:127.0.0.1:" + relay.port(), "credential", "NONE"), relay.server(relay.udp()),
                    relay.server(relay.tcp()), relay.server(relay.tls()));
            var page = opens(screens, brand, Devices.ONE_CAMERA, STILL);
            Wcag.assertCleanEverywhere("before the check", page);
            Media.of(page).nothingWasOpened();
            assertEquals(0, page.locator("[data-row]").count());

            starts(page);
            assertThat(page.locator("eye-check .verdict")).containsText("Ready for video calls.");
            assertEquals(List.of(), page.locator("[data-row]:not(.GOOD)").allInnerTexts());
            isClosed(page);
            assertTrue(((Number) page.evaluate("() => window.__tracks.length")).intValue() >= 2);
            Wcag.assertCleanEverywhere("after the check", page);

            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Copy result")).click();
            assertThat(page.getByText("Copied.").first()).isVisible();
            var text = (String) page.evaluate("() => navigator.clipboard.readText()");
            assertTrue(text.contains("Good – Relay over TLS"), text);
            assertFalse(Pattern.compile("127\\.0\\.0\\.1|localhost|turns?:|[Ff]ake|" + relay.port()).matcher(text).find(), text);
        }
    }

    @Test
    void aWrongSecretIsRedAndSaysThatTheRelayRefused(Screens screens) throws Exception {
        var brand = brand(screens);
        try (var relay = Relay.on(screens.product())) {
            set(brand, Relay.server(relay.udp(), "another secret"), relay.server(relay.tls()));
            var page = opens(screens, brand, Devices.ONE_CAMERA, STILL);
            starts(page);
            isRow(page, "turnUdp", "BAD", "refuses the credential (401)");
            isRow(page, "turnTls", "GOOD", "answers over TLS");
            isRow(page, "turnTcp", "NONE", "Not set up");
            assertThat(page.locator("eye-check .verdict")).containsText("Ready for video calls, with a doubt.");
        }
    }

    @Test
    void whoBlocksTheDevicesIsToldWhatToDo(Screens screens) {
        var page = opens(screens, brand(screens), Devices.ONE_CAMERA, options -> options.setReducedMotion(ReducedMotion.REDUCE));
        starts(page);
        isRow(page, "microphone", "BAD", "Allow it beside the address of this page");
        isRow(page, "camera", "BAD", "blocked");
        isRow(page, "signalling", "GOOD", "answers in");
        assertThat(page.locator("eye-check .verdict")).containsText("Not ready for calls yet.");
        Wcag.assertCleanEverywhere("a check with red rows", page);
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Run again"))).isEnabled();
    }

    @Test
    void withoutACameraItIsReadyForVoice(Screens screens) {
        var page = opens(screens, brand(screens), Devices.NO_CAMERA, STILL);
        starts(page);
        isRow(page, "camera", "BAD", "No camera was found");
        assertThat(page.locator("eye-check .verdict")).containsText("Ready for voice calls; not for video.");
        isClosed(page);
    }

    @Test
    void withoutAnAccountItChecksTheBrowserAndItsDevices(Screens screens) {
        var page = screens.page("check", screens.context(Devices.ONE_CAMERA, STILL, TRACKS));
        page.navigate(screens.product().origin() + "/check/");
        starts(page);
        isRow(page, "signalling", "NONE", "names no account");
        assertThat(page.locator("eye-check .verdict")).containsText("The connection was not checked.");
    }

    @Test
    void aRunThatIsStoppedAndATrialThatIsEndedLeaveNothingOpen(Screens screens) {
        var page = opens(screens, brand(screens), Devices.ONE_CAMERA, STILL);
        starts(page);
        assertThat(page.getByLabel("Your own picture")).isVisible();
        page.keyboard().press("Enter"); // the focus is on "Stop"
        isClosed(page);
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Start the check"))).isFocused();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Try camera and microphone")).click();
        assertThat(page.getByLabel("Your own picture")).isVisible();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Switch them off")).click();
        assertThat(page.getByLabel("Your own picture")).isHidden();
        isClosed(page);
    }

    @Test
    void theAgentsChoiceInTheWorkspaceIsUsedInTheNextCall(Screens screens) {
        var agent = screens.agent("agent1", Devices.PHONE, Screens.ALLOWED);
        agent.presses("settings and log-out");
        agent.page().getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Check camera and connection")).click();
        Media.of(agent.page()).nothingWasOpened();
        starts(agent.page());
        isRow(agent.page(), "signalling", "GOOD", "answers in");
        isRow(agent.page(), "microphone", "GOOD", "hears something");
        agent.page().getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Microphone")).selectOption("Fake Audio Input 2");
        assertThat(agent.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Run again"))).isVisible();
        Wcag.assertClean("the check in the workspace", agent.page());
        agent.page().keyboard().press("Escape");
        assertThat(agent.page().locator("eye-check")).hasCount(0);

        var talk = Talk.begins(screens, agent, screens.consumer());
        talk.sees();
        agent.page().waitForFunction("() => window.__peers.at(-1).getSenders().some(s => s.track?.label === 'Fake Audio Input 2')");
    }

    @Test
    void theWindowLeadsThere(Screens screens) {
        var consumer = screens.consumer();
        var link = consumer.window().getByRole(AriaRole.LINK);
        var page = consumer.page().context().waitForPage(link::click);
        assertEquals(screens.product().origin() + "/check/?account=10000001&tagged", page.url());
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Start the check"))).isVisible();
    }

    private static Brand brand(Screens screens) {
        var brand = new Brand(screens.product());
        assertEquals(200, brand.admin().change(brand.configuration("calls"), Body.of("anonymousSignUp", true)).status());
        return brand;
    }

    private static void set(Brand brand, JsonObject... servers) {
        var changed = brand.admin().change(brand.configuration("calls"), Body.of("iceServers", List.of(servers)));
        assertEquals(200, changed.status(), changed.response().body());
    }

    private static Page opens(Screens screens, Brand brand, Devices devices, Consumer<Browser.NewContextOptions> options) {
        var page = screens.page("check", screens.context(devices, options, TRACKS));
        page.navigate(screens.product().origin() + "/check/?account=" + brand.account());
        return page;
    }

    private static void starts(Page page) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Start the check")).click();
    }

    private static void isRow(Page page, String id, String state, String words) {
        Locator row = page.locator("[data-row=" + id + "]");
        assertThat(row).hasClass(state);
        assertThat(row).containsText(words);
    }

    /** No light is on. */
    private static void isClosed(Page page) {
        page.waitForFunction("() => window.__tracks.every(track => track.readyState === 'ended')");
    }
}
