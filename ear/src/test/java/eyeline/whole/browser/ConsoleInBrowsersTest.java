package eyeline.whole.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import eyeline.whole.wire.AgentDesk;
import eyeline.whole.wire.Body;
import eyeline.whole.wire.Brand;
import eyeline.whole.wire.Consumer;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An administrator's console in a browser, each test in an account of its own. */
@InBrowsers
class ConsoleInBrowsersTest {
    private static final String SETTINGS = "calls";

    private Screens screens;
    private Brand brand;

    @BeforeEach
    void begin(Screens screens) {
        this.screens = screens;
        brand = new Brand(screens.product());
    }

    private Page newPage(String name) {
        return screens.page(name, screens.context(Devices.ONE_CAMERA, Screens.ALLOWED));
    }

    private ConsolePage console() {
        return ConsolePage.logsIn(screens.product(), newPage("administrator"), brand.account(), "first");
    }

    private JsonObject settings() {
        return brand.admin().get(brand.configuration(SETTINGS)).body();
    }

    private JsonObject user(String id) {
        return brand.admin().get(brand.configuration("le-users/users/" + id)).body();
    }

    @Test
    void videoThatAnAdministratorTakesAwayVanishesFromTheOpenWorkspace() {
        brand.user("agent", "AGENT");
        try (var consumer = Consumer.signsUp(screens.product().api(), brand.account())) {
            consumer.opensTab().begins();
            var agent = AgentPage.logsIn(screens.product(), newPage("agent"), brand.account(), "agent");
            agent.takesWhoWaits();
            assertThat(agent.button("Video call")).isEnabled();
            var console = console();
            console.opens("Profiles");
            console.page().locator("a[href$='" + brand.profile("AGENT") + "']").click();
            console.field("Initiate live video conversation").uncheck();
            console.presses("Save");
            console.hears("is saved");
            assertThat(agent.button("Video call")).isHidden();
            assertThat(agent.button("Voice call")).isEnabled();
        }
    }

    @Test
    void whatIsSwitchedOffAboveAProfileIsShownThere() {
        Brand.made(brand.operator().change(brand.operators(), Body.of("videoAllowed", false)));
        Brand.made(brand.admin().change(brand.configuration(SETTINGS), Body.of("voice", false)));
        var console = console();
        console.opens("Profiles");
        var heads = console.page().getByRole(AriaRole.COLUMNHEADER);
        assertThat(heads.filter(new Locator.FilterOptions().setHasText("live video"))).containsText("Switched off by the operator");
        assertThat(heads.filter(new Locator.FilterOptions().setHasText("Initiate voice"))).containsText("Switched off in the call settings");
        console.opens("Call settings");
        assertThat(console.field("Video calls")).hasAccessibleDescription(Pattern.compile("Switched off by the operator"));
    }

    @Test
    void whatIsWrongIsSaidAtItsFieldAndNothingIsSaved() {
        var console = console();
        var before = settings();
        console.opens("Call settings");
        console.field("Bitrate of a call").fill("5");
        console.presses("Save");
        console.isWrong(console.field("Bitrate of a call"), "must be from 200 to 10000");
        console.field("Bitrate of a call").fill("1000");
        console.presses("Add a server");
        console.field("Address").fill("turn example");
        console.presses("Save");
        console.isWrong(console.field("Address"), "is written like turns:");
        assertEquals(before, settings());
        console.field("Address").fill("turn:turn.example.org:3478");
        console.field("Shared secret").fill("not to be read again");
        console.presses("Save");
        console.hears("The call settings are saved");
        assertEquals(1000, settings().getInt("bitrateKbps"));
        assertThat(console.field("Shared secret")).hasValue("");
        assertTrue(settings().getJsonArray("iceServers").getJsonObject(0).getBoolean("hasSecret"));
    }

    @Test
    void everySettingIsSavedAsItStandsOnTheScreen() {
        var console = console();
        console.opens("Call settings");
        for (var label : List.of("Voice calls", "Agents begin with the camera off", "Customers begin with the camera off",
                "Customers need no log-in", "Customers may ask for a call")) {
            console.field(label).click();
        }
        console.field("Invitation time").fill("30");
        console.field("Calls of an agent").fill("3");
        console.field("Life of relay credentials").fill("240");
        console.field("Bitrate of voice").fill("48");
        console.field("Keep what was said").fill("365");
        console.field("Messages in a minute").fill("90");
        console.presses("Add a website");
        console.field("Website 1").fill("https://www.example.org");
        console.field("Tracking library").selectOption("MATOMO");
        console.page().getByLabel("Id", new Page.GetByLabelOptions().setExact(true)).fill("7");
        for (var url : List.of("turn:turn.example.org:3478", "stun:stun.example.org:3478")) {
            console.presses("Add a server");
            console.page().getByLabel("Address").last().fill(url);
        }
        console.page().locator("[name='iceServers[0].credential']").selectOption("FIXED");
        console.field("User name").fill("eyeline");
        console.field("Password").fill("a password of a relay");
        console.presses("Move Server 2 up");
        console.field("Relay only").click();
        console.presses("Save");
        console.hears("The call settings are saved");
        var now = settings();
        assertEquals(Body.of("voice", false, "agentCameraOff", true, "consumerCameraOff", true, "anonymousSignUp", false, "consumerMayAsk", true,
                "relayOnly", true, "invitationSeconds", 30, "retentionDays", 365, "messagesPerMinute", 90, "callsPerAgent", 3, "credentialSeconds", 240, "voiceBitrateKbps", 48,
                "origins", List.of("https://www.example.org"), "tracker", Body.of("kind", "MATOMO", "id", "7"), "iceServers", List.of(
                        Body.of("url", "stun:stun.example.org:3478", "credential", "NONE"),
                        Body.of("url", "turn:turn.example.org:3478", "credential", "FIXED", "username", "eyeline", "hasSecret", true))),
                Body.of(List.of("voice", "agentCameraOff", "consumerCameraOff", "anonymousSignUp", "consumerMayAsk", "relayOnly", "invitationSeconds",
                        "retentionDays", "messagesPerMinute", "callsPerAgent", "credentialSeconds", "voiceBitrateKbps", "origins", "tracker", "iceServers").stream()
                        .flatMap(name -> Stream.of(name, now.get(name))).toArray()));
    }

    @Test
    void aServerIsTestedBeforeItIsSaved() {
        var console = console();
        console.opens("Call settings");
        console.presses("Add a server");
        console.field("Address").fill("stun:127.0.0.1:9");
        console.presses("Test Server 1");
        assertThat(console.page().getByText("UDP 9")).isVisible();
        assertThat(console.page().getByText("did not answer")).isVisible();
        assertEquals(0, settings().getJsonArray("iceServers").size());
    }

    @Test
    void aStaleEditShowsBothVersionsAndNobodysChangeIsLost() {
        var id = brand.user("agent", "AGENT");
        var console = console();
        console.link("Some agent").click();
        console.field("Full name").fill("Name of mine");
        Brand.made(brand.admin().change(brand.configuration("le-users/users/" + id), Body.of("fullName", "Name of theirs", "loginName", "renamed")));
        console.presses("Save");
        console.isAsked("Somebody else was first");
        var question = console.page().locator("eye-dialog[open]");
        for (var words : List.of("Name of mine", "Name of theirs", "renamed")) {
            assertThat(question.getByText(words, new Locator.GetByTextOptions().setExact(true))).isVisible();
        }
        console.presses("Use these");
        assertEquals("Name of theirs", user(id).getString("fullName"));
        console.presses("Save");
        console.hears("is saved");
        assertEquals("Name of mine", user(id).getString("fullName"));
        assertEquals("renamed", user(id).getString("loginName"));
    }

    @Test
    void nobodyLeavesUnsavedWorkUnasked() {
        var console = console();
        console.opens("Skills");
        console.opens("Call settings");
        console.field("Invitation time").fill("77");
        console.page().getByRole(AriaRole.NAVIGATION).getByText("Texts").click();
        console.isAsked("Leave without saving?");
        console.answers("Stay here");
        assertThat(console.field("Invitation time")).hasValue("77");
        console.page().goBack();
        console.isAsked("Leave without saving?");
        console.page().keyboard().press("Escape");
        assertThat(console.field("Invitation time")).hasValue("77");
        assertTrue(console.page().url().endsWith("#/calls"), console.page().url());
        console.page().goBack();
        console.isAsked("Leave without saving?");
        console.answers("Discard changes");
        assertThat(console.heading("Skills")).isVisible();
        assertEquals(120, settings().getInt("invitationSeconds"));
    }

    @Test
    void whatAPageBreaksIsToldAndPutAway() {
        var origin = "https://www.example.org";
        Brand.made(brand.admin().change(brand.configuration(SETTINGS), Body.of("origins", List.of(origin))));
        assertEquals(204, screens.product().api().post(brand.configuration("page-problems"), Body.of("rule", "PERMISSIONS_POLICY").toString(),
                Map.of("Origin", origin)).statusCode());
        var console = console();
        console.opens("Websites");
        assertThat(console.page().getByText("Permissions-Policy forbids camera, microphone or the screen")).isVisible();
        console.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Put away")).click();
        assertThat(console.page().getByText("No problem told")).isVisible();
        assertEquals(0, brand.admin().get(brand.configuration("page-problems")).body().getJsonArray("items").size());
    }

    @Test
    void aTextIsSeenBeforeItIsSavedAndFallsBackWhenItIsTakenAway() {
        var console = console();
        console.opens("Texts");
        console.field("Texts in").selectOption("de");
        console.field("Invitation to a video call").fill("{agent} möchte Sie sehen.");
        var preview = console.page().locator("eye-text-preview");
        assertThat(preview).containsText("\u2068Ana Moreau\u2069 möchte Sie sehen.");
        console.field("Invitation to a video call").fill("{agent} und {duration}");
        console.presses("Save");
        console.isWrong(console.field("Invitation to a video call"), "no placeholder {duration}");
        console.field("Invitation to a video call").fill("{agent} möchte Sie sehen.");
        console.presses("Save");
        console.hears("The texts are saved");
        assertEquals("{agent} möchte Sie sehen.", settings().getJsonObject("texts").getJsonObject("de").getString("INVITED_VIDEO"));
        console.presses("Use the default");
        assertThat(preview).containsText("\u2068Ana Moreau\u2069 lädt Sie zu einem Videoanruf ein.");
        console.presses("Save");
        assertThat(console.page().getByText("Everything is saved.")).isVisible();
        assertTrue(settings().getJsonObject("texts").isEmpty(), settings().toString());
    }

    @Test
    void theOwnPasswordIsChanged() {
        var console = console();
        console.presses("Change password");
        console.field("Current password").fill("not my password");
        console.page().getByLabel("New password", new Page.GetByLabelOptions().setExact(true)).fill("violet-Otter-91-lamp");
        console.field("New password again").fill("violet-Otter-91-lamp");
        console.answersWrongly("Change password");
        assertThat(console.field("Current password")).isFocused();
        console.field("Current password").fill(AgentDesk.PASSWORD);
        console.answers("Change password");
        console.hears("Your password is changed");
        assertEquals(200, screens.product().api().post("/api/account/" + brand.account() + "/login",
                Body.of("username", "first", "password", "violet-Otter-91-lamp")).statusCode());
        assertEquals(401, brand.admin().get(brand.configuration(SETTINGS)).status());
    }
}
