package eyeline.whole.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import eyeline.whole.Product;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The browsers of this JVM, one for each set of devices, started when a test asks. */
final class Browsers implements AutoCloseable {
    private static final String RESOLVER = "--host-resolver-rules=";
    private static final String LOOPBACK = "--allow-loopback-in-peer-connection";
    private static final List<String> ARGUMENTS = List.of("--no-sandbox", "--disable-background-networking",
            "--disable-component-update", "--no-first-run", "--autoplay-policy=no-user-gesture-required",
            LOOPBACK,
            // pages of brands are made up by the tests, so that Chromium does not know where they come from
            "--disable-features=LocalNetworkAccessChecks",
            // the contexts ignore what vouches for a page, this what vouches for turns:
            "--ignore-certificate-errors",
            RESOLVER + "MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE 127.0.0.1");

    private final Playwright playwright = Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private Browser firefox;
    private final Map<Devices, Browser> browsers = new EnumMap<>(Devices.class);

    Browsers() {
        PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
    }

    Browser with(Devices devices) {
        return browsers.computeIfAbsent(devices, each -> launch(Chromium.path(), ARGUMENTS, each));
    }

    Browser firefox() {
        if (firefox == null) {
            // the channel speaks WebDriver BiDi, which a Firefox that nobody patched understands
            firefox = playwright.firefox().launch(new BrowserType.LaunchOptions().setChannel("moz-firefox").setExecutablePath(Firefox.path())
                    .setHeadless(true).setFirefoxUserPrefs(Firefox.PREFERENCES));
        }
        return firefox;
    }

    /** A browser whose person blocks all site data: a profile of its own, in which the setting stands. */
    BrowserContext keepingNothing(List<String> permissions) {
        try {
            var profile = Files.createTempDirectory(Files.createDirectories(Product.target().resolve("profiles")), "nothing");
            Files.writeString(Files.createDirectory(profile.resolve("Default")).resolve("Preferences"),
                    "{\"profile\":{\"default_content_setting_values\":{\"cookies\":2}}}");
            var arguments = new ArrayList<>(ARGUMENTS);
            arguments.add(Devices.ONE_CAMERA.argument());
            return playwright.chromium().launchPersistentContext(profile, new BrowserType.LaunchPersistentContextOptions()
                    .setExecutablePath(Chromium.path()).setHeadless(true).setArgs(arguments).setIgnoreHTTPSErrors(true)
                    .setViewportSize(1280, 800).setPermissions(permissions));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One on a machine of a test's own network, whose only way leads there; whoever asks closes it. */
    Browser on(Network network, Network.Machine machine) {
        var arguments = new ArrayList<>(ARGUMENTS);
        arguments.removeIf(each -> each.startsWith(RESOLVER) || each.equals(LOOPBACK));
        arguments.add(RESOLVER + "MAP localhost " + Network.PRODUCT + " , MAP * ~NOTFOUND , EXCLUDE " + Network.PRODUCT);
        return launch(script(network.on(machine)), arguments, Devices.ONE_CAMERA);
    }

    private Browser launch(Path program, List<String> arguments, Devices devices) {
        var all = new ArrayList<>(arguments);
        all.add(devices.argument());
        return playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(program).setHeadless(true).setArgs(all));
    }

    /** Chromium behind another command, as one program. */
    private static Path script(List<String> command) {
        try {
            var script = Files.createTempFile(Files.createDirectories(Product.target().resolve("browser")), "chromium", ".sh");
            Files.writeString(script, "#!/bin/sh\nexec " + String.join(" ", command) + " " + Chromium.path() + " \"$@\"\n");
            Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
            return script;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        playwright.close();
    }
}
