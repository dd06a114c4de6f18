package eyeline.whole.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import eyeline.whole.Product;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The pages of one test, each person's in a context of its own. What they looked like and said is kept if the test fails. */
final class Screens implements AutoCloseable {
    /** Allowed to use camera and microphone. */
    static final Consumer<Browser.NewContextOptions> ALLOWED = options -> options.setPermissions(List.of("camera", "microphone"));
    /** Nobody was asked yet; the answer will be no. */
    static final Consumer<Browser.NewContextOptions> DENIED = options -> { };

    private final Product product;
    private final Browsers browsers;
    private final List<BrowserContext> contexts = new ArrayList<>();
    private Network network;
    private final List<Browser> own = new ArrayList<>();
    private final Map<String, Page> pages = new LinkedHashMap<>();
    private final Map<String, StringBuffer> consoles = new LinkedHashMap<>();
    private final StringBuffer received = new StringBuffer();

    Screens(Product product, Browsers browsers) {
        this.product = product;
        this.browsers = browsers;
        Leftovers.end(product);
    }

    Product product() {
        return product;
    }

    /** An agent who has logged in. */
    AgentPage agent(String user) {
        var page = page(user, context(Devices.ONE_CAMERA, ALLOWED));
        return AgentPage.logsIn(product, page, user);
    }

    /** An agent at a place of choice. */
    AgentPage agent(String user, Devices devices, Consumer<Browser.NewContextOptions> options) {
        return AgentPage.logsIn(product, page(user, context(devices, options)), user);
    }

    /** A consumer on the shop's page, with the window open. */
    ShopPage consumer() {
        return consumer(context(Devices.ONE_CAMERA, ALLOWED));
    }

    ShopPage consumer(BrowserContext context) {
        return ShopPage.opens(product, page("consumer " + (pages.size() + 1), context));
    }

    BrowserContext context(Devices devices, Consumer<Browser.NewContextOptions> options) {
        return context(devices, options, "");
    }

    /** The network of this test, made when it is asked for. */
    Network network() {
        if (network == null) {
            network = new Network(product);
        }
        return network;
    }

    /** An agent and a consumer, each in a browser on a machine of its own, who see each other. */
    Talk talkOverTheNetwork() {
        var agent = AgentPage.logsIn(product, page("agent1", on(Network.Machine.AGENT)), "agent1");
        var talk = Talk.begins(this, agent, consumer(on(Network.Machine.CONSUMER)));
        talk.sees();
        return talk;
    }

    private BrowserContext on(Network.Machine machine) {
        var browser = browsers.on(network(), machine);
        own.add(browser);
        return context(browser, ALLOWED, "");
    }

    /** Firefox, where camera and microphone are allowed. */
    BrowserContext firefox() {
        return context(browsers.firefox(), options -> { }, "");
    }

    /** A context whose pages run a script before anything else. */
    BrowserContext context(Devices devices, Consumer<Browser.NewContextOptions> options, String first) {
        return context(browsers.with(devices), options, first);
    }

    private BrowserContext context(Browser browser, Consumer<Browser.NewContextOptions> options, String first) {
        var chosen = new Browser.NewContextOptions().setIgnoreHTTPSErrors(true).setViewportSize(1280, 800);
        options.accept(chosen);
        return prepared(browser.newContext(chosen), first);
    }

    /** One browser whose person blocks all site data, and may use camera and microphone. */
    BrowserContext keepingNothing() {
        return prepared(browsers.keepingNothing(List.of("camera", "microphone")), "");
    }

    private BrowserContext prepared(BrowserContext context, String first) {
        context.setDefaultTimeout(20_000);
        context.addInitScript(first);
        context.addInitScript(Watching.SCRIPT);
        contexts.add(context);
        return context;
    }

    Page page(String name, BrowserContext context) {
        var page = context.newPage();
        var console = new StringBuffer();
        page.onConsoleMessage(message -> console.append(message.type()).append(": ").append(message.text()).append('\n'));
        page.onPageError(error -> console.append("error: ").append(error).append('\n'));
        page.onWebSocket(socket -> socket.onFrameReceived(frame -> received.append(frame.text()).append('\n')));
        pages.put(name, page);
        consoles.put(name, console);
        return page;
    }

    /** What the console of all pages said. */
    String console() {
        return String.join("\n", consoles.values());
    }

    /** Every message that the server sent to any of these pages so far. */
    String received() {
        return received.toString();
    }

    /** Keeps a picture and the console of every page. */
    void keep(String test) throws IOException {
        var folder = Files.createDirectories(Product.target().resolve("browser").resolve(test));
        for (var page : pages.entrySet()) {
            var name = page.getKey().replace(' ', '-');
            Files.writeString(folder.resolve(name + ".console.txt"), consoles.get(page.getKey()));
            picture(page.getValue(), folder.resolve(name + ".png"));
        }
    }

    static void picture(Page page, Path file) {
        if (!page.isClosed()) {
            page.screenshot(new Page.ScreenshotOptions().setPath(file));
        }
    }

    @Override
    public void close() {
        contexts.forEach(BrowserContext::close);
        own.forEach(Browser::close);
        if (network != null) {
            network.close();
        }
        Leftovers.end(product);
    }
}
