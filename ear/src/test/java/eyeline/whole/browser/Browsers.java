package eyeline.whole.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The browsers of this JVM, one for each set of devices, started when a test asks. */
final class Browsers implements AutoCloseable {
    private static final List<String> ARGUMENTS = List.of("--no-sandbox", "--disable-background-networking",
            "--disable-component-update", "--no-first-run", "--autoplay-policy=no-user-gesture-required",
            "--allow-loopback-in-peer-connection",
            // pages of brands are made up by the tests, so that Chromium does not know where they come from
            "--disable-features=LocalNetworkAccessChecks",
            // the contexts ignore what vouches for a page, this what vouches for turns:
            "--ignore-certificate-errors",
            "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE 127.0.0.1");

    private final Playwright playwright = Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Map<Devices, Browser> browsers = new EnumMap<>(Devices.class);

    Browsers() {
        PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
    }

    Browser with(Devices devices) {
        return browsers.computeIfAbsent(devices, this::launch);
    }

    private Browser launch(Devices devices) {
        var arguments = new java.util.ArrayList<>(ARGUMENTS);
        arguments.add(devices.argument());
        return playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(Chromium.path()).setHeadless(true)
                .setArgs(arguments));
    }

    @Override
    public void close() {
        playwright.close();
    }
}
