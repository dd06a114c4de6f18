package eyeline.whole.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eyeline.whole.OnTheProduct;
import eyeline.whole.Product;
import eyeline.whole.wire.AgentDesk;
import eyeline.whole.wire.Scene;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openqa.selenium.Keys;

/**
 * Every page in Safari's engine. Debian's build of it has no {@code RTCPeerConnection}, so it is a real browser that cannot call: what
 * both sides are told of that is asserted here.
 */
@OnTheProduct
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebKitTest {
    /** The tag's shadow root is closed to everybody, and a driver must get at the frame in it. */
    private static final String TAG_IN_THE_OPEN = """
            const [address, account] = arguments;
            const attach = Element.prototype.attachShadow;
            Element.prototype.attachShadow = function (how) { return attach.call(this, {...how, mode: 'open'}); };
            const tag = document.createElement('script');
            tag.src = address;
            tag.dataset.account = account;
            tag.dataset.language = 'de';
            document.head.append(tag);""";
    private static final String WINDOW = "return document.querySelector('eyeline-window')?.shadowRoot?.querySelector('iframe') ?? null";
    private static final List<String> CONSOLE = List.of("People", "Profiles", "Skills", "Call settings", "Texts", "Websites", "History");

    private final Product product;
    private WebKit browser;

    WebKitTest(Product product) {
        this.product = product;
    }

    @BeforeAll
    void opens() throws IOException {
        browser = WebKit.opens();
    }

    @AfterAll
    void closes() {
        browser.close();
    }

    @Test
    void aConsumerChatsOverAReloadAndBothAreToldThatThisBrowserCannotCall() throws IOException {
        entersTheWindow();
        assertFalse((Boolean) browser.says("return typeof RTCPeerConnection === 'function'"),
                "this build of WebKitGTK can call: a call belongs into this test now");
        browser.presses("Open messages");
        var question = "Wie breit ist das Regal? " + System.nanoTime();
        browser.sees("textarea", "Write a message").sendKeys(question + Keys.ENTER);
        browser.reads(question);
        browser.isSeenIn("window");
        try (var agent = AgentDesk.opens(product.api(), Scene.ACCOUNT, "agent1")) {
            var conversation = browser.until("the question is kept", () -> product.owner()
                    .query("select conversation_id from transcript_event where event like ?", "%" + question + "%").stream().findFirst())
                    .get("conversation_id").toString();
            agent.takes(conversation);
            agent.says(conversation, "Achtzig Zentimeter.");
            browser.reads("Achtzig Zentimeter.");

            entersTheWindow(); // another page of the shop
            browser.reads("Achtzig Zentimeter.");
            var call = agent.rings(conversation, Scene.VIDEO);
            browser.reads("Your camera and microphone stay off until you accept.");
            assertEquals("de", browser.sees("span[lang]", "").getAttribute("lang"));
            browser.isSeenIn("invitation");
            browser.presses("Accept with video");
            var ended = agent.call(call, "ENDED");
            assertEquals("BROWSER_NOT_SUPPORTED", ended.getString("errorId"), ended.toString());
            browser.reads("This browser cannot make calls");
            browser.isSeenIn("cannot-call");
        }
    }

    @Test
    void anAgentWorksByKeysAlone() throws IOException {
        try (var consumer = eyeline.whole.wire.Consumer.signsUp(product.api(), Scene.ACCOUNT); var tab = consumer.opensTab()) {
            browser.goesTo(product.origin() + "/agent/");
            browser.fills("Account", Scene.ACCOUNT);
            browser.fills("User name", "agent1");
            browser.sees("input[type=password]", "").sendKeys(AgentDesk.PASSWORD + Keys.ENTER);
            browser.sees("button", "Availability");
            var conversation = tab.begins();
            tab.says(conversation, "Is anybody there?");
            browser.sees("button", "Accept");
            browser.until("long enough there to be meant", "return (window.__since ??= performance.now()) + 700 < performance.now()");
            browser.says("document.activeElement?.blur()");
            browser.types(Keys.ALT, Keys.ENTER);
            browser.sees("textarea", "Write to").sendKeys("Somebody is." + Keys.ENTER);
            browser.isSeenIn("workspace");
            tab.event(event -> event.toString().contains("Somebody is."));
            browser.isWide(400);
            browser.isSeenIn("workspace-narrow");
            browser.isWide(1360);
            tab.closes(conversation);
        }
    }

    @Test
    void theConsolesOpenEveryViewAndSave() throws IOException {
        browser.goesTo(product.origin() + "/console/");
        browser.fills("Account", Scene.ACCOUNT);
        browser.fills("User name", "admin1");
        browser.sees("input[type=password]", "").sendKeys(AgentDesk.PASSWORD + Keys.ENTER);
        for (var view : CONSOLE) {
            browser.sees("nav a", view).sendKeys(Keys.ENTER);
            browser.sees("h1", view);
            browser.isSeenIn("console-" + view.toLowerCase().replace(' ', '-'));
        }
        browser.goesTo(product.origin() + "/backend/");
        browser.fills("User name", "operator1");
        browser.sees("input[type=password]", "").sendKeys(AgentDesk.PASSWORD + Keys.ENTER);
        browser.sees("h1", "Accounts");
        browser.isSeenIn("backend");
    }

    @Test
    void theCheckSaysWhatThisBrowserLacks() throws IOException {
        browser.goesTo(product.origin() + "/check/?account=" + Scene.ACCOUNT);
        browser.presses("Start");
        browser.sees("button", "Run again"); // a verdict stands there all the time, and this is its end
        browser.reads("This browser cannot make calls");
        browser.isSeenIn("check");
        assertTrue((Boolean) browser.says("return document.querySelector('eye-check').shadowRoot.querySelectorAll('[data-row]').length > 0"));
    }

    private void entersTheWindow() {
        browser.goesTo(product.shop() + "/nothing");
        browser.says(TAG_IN_THE_OPEN, product.origin() + "/tag.js", Scene.ACCOUNT);
        browser.entersFrame(WINDOW);
    }
}
