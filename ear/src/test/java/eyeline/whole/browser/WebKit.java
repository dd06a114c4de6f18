package eyeline.whole.browser;

import eyeline.server.Ports;
import eyeline.whole.Debian;
import eyeline.whole.Product;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.MalformedURLException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.MutableCapabilities;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.remote.RemoteWebDriver;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * Safari's engine: WebKitGTK's MiniBrowser under its own WebDriver (W3C WebDriver), on a display of its own. Things are found by the
 * words that a person sees, through all shadow roots.
 */
final class WebKit implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Path FOLDER = Product.target().resolve("browser");
    private static final String MINI_BROWSER = "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser";

    /** {@code kind}: a selector; {@code words}: of its label, or all that is written in it. The first that is seen. */
    private static final String FIND = """
            const [kind, words] = arguments;
            const all = function* (root) {
              for (const element of root.querySelectorAll('*')) {
                yield element;
                if (element.shadowRoot) yield* all(element.shadowRoot);
              }
            };
            const name = element => [element.getAttribute('aria-label'), ...[...(element.labels ?? [])].map(l => l.textContent), element.textContent]
              .filter(Boolean).map(said => said.replace(/\\s+/g, ' ').trim());
            const seen = element => element.checkVisibility() && element.getClientRects().length > 0;
            for (const element of all(document)) {
              if (element.matches(kind) && seen(element) && name(element).some(said => words === '' || said === words || said.startsWith(words))) return element;
            }
            return null;""";

    /** Whether something that is seen says {@code words}, and nothing within it does. */
    private static final String READ = """
            const [words] = arguments;
            const says = root => [...root.querySelectorAll('*')].some(element => element.shadowRoot && says(element.shadowRoot)
              || element.textContent.includes(words) && element.checkVisibility());
            return says(document);""";

    private final Process display;
    private final Process service;
    private final RemoteWebDriver driver;

    private WebKit(Process display, Process service, RemoteWebDriver driver) {
        this.display = display;
        this.service = service;
        this.driver = driver;
    }

    /** A browser that knows nobody. */
    static WebKit opens() throws IOException {
        var program = Debian.program("WebKitWebDriver", "EYELINE_TEST_WEBKIT_DRIVER", "webkit2gtk-driver", "xvfb");
        var display = new ProcessBuilder(Debian.program("Xvfb", "EYELINE_TEST_XVFB", "xvfb").toString(), "-displayfd", "1", "-screen", "0", "1400x1000x24", "-nolisten", "tcp")
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        Process service = null;
        try {
            var number = new BufferedReader(new InputStreamReader(display.getInputStream(), StandardCharsets.US_ASCII)).readLine();
            var port = Ports.free().shop();
            var builder = new ProcessBuilder(program.toString(), "--port=" + port).redirectErrorStream(true)
                    .redirectOutput(Files.createDirectories(FOLDER).resolve("webkit.log").toFile());
            builder.environment().put("DISPLAY", ":" + number);
            service = builder.start();
            return new WebKit(display, service, driver(port));
        } catch (IOException | RuntimeException e) {
            display.destroy();
            if (service != null) {
                service.destroy();
            }
            throw e;
        }
    }

    private static RemoteWebDriver driver(int port) {
        var wanted = new MutableCapabilities();
        wanted.setCapability("browserName", "MiniBrowser");
        wanted.setCapability("acceptInsecureCerts", true);
        wanted.setCapability("webkitgtk:browserOptions", Map.of("binary", MINI_BROWSER, "args", List.of("--automation")));
        var address = URI.create("http://127.0.0.1:" + port);
        awaitPort(port);
        try {
            return new RemoteWebDriver(address.toURL(), wanted, false);
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void awaitPort(int port) {
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                new Socket("127.0.0.1", port).close();
                return;
            } catch (IOException notYet) {
                if (System.nanoTime() > until) {
                    throw new IllegalStateException("WebKitWebDriver does not listen", notYet);
                }
                Thread.onSpinWait();
            }
        }
    }

    void goesTo(String address) {
        driver.get(address);
    }

    void reloads() {
        driver.navigate().refresh();
    }

    void isWide(int width) {
        driver.manage().window().setSize(new Dimension(width, 900));
    }

    Object says(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    /** Waits for something of this kind with these words, or words that begin with them. */
    WebElement sees(String kind, String words) {
        return new WebDriverWait(driver, PATIENCE).withMessage(kind + " \"" + words + "\"")
                .until(ignored -> (WebElement) driver.executeScript(FIND, kind, words));
    }

    /** Waits until these words stand somewhere. */
    void reads(String words) {
        new WebDriverWait(driver, PATIENCE).withMessage("\"" + words + "\"").until(ignored -> Boolean.TRUE.equals(driver.executeScript(READ, words)));
    }

    void presses(String name) {
        sees("button, a, [role=menuitem], [role=menuitemradio]", name).click();
    }

    void fills(String label, String text) {
        var field = sees("input, textarea", label);
        field.clear();
        field.sendKeys(text);
    }

    /** A key with another one held, for whatever has the focus. */
    void types(Keys held, Keys key) {
        new Actions(driver).keyDown(held).sendKeys(key).keyUp(held).perform();
    }

    /** From here on inside of that frame. {@code element}: a script that returns it, or null while it is not there. */
    void entersFrame(String element) {
        WebElement frame = new WebDriverWait(driver, PATIENCE).withMessage("a frame")
                .until(ignored -> (WebElement) driver.executeScript(element));
        driver.switchTo().frame(frame);
    }

    void leavesFrame() {
        driver.switchTo().defaultContent();
    }

    /** Waits until it is so. */
    void until(String what, String script) {
        new WebDriverWait(driver, PATIENCE).withMessage(what).until(ignored -> Boolean.TRUE.equals(driver.executeScript(script)));
    }

    /** Waits until there is something. */
    <T> T until(String what, Supplier<Optional<T>> there) {
        return new WebDriverWait(driver, PATIENCE).withMessage(what).until(ignored -> there.get().orElse(null));
    }

    /** What it looks like, to be looked at. */
    void isSeenIn(String name) throws IOException {
        Files.write(Files.createDirectories(FOLDER).resolve("webkit-" + name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
    }

    @Override
    public void close() {
        try {
            driver.quit();
        } finally {
            service.destroy();
            display.destroy();
        }
    }
}
