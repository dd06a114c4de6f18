package eyeline.web.gateway;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Refuses to start on an Undertow whose lenient parser lets requests be smuggled past a proxy (CVE-2026-28367, -28368, -28369), unless
 * {@code EYELINE_ALLOW_OLD_UNDERTOW=true} takes that upon itself. A server that does not say its version is believed to be new.
 */
@WebListener
public class StrictParser implements ServletContextListener {
    private static final int[] FIRST_STRICT = {2, 3, 25};
    /** Like "WildFly 39.0.1.Final (WildFly Core 31.0.3.Final) - 2.3.23.Final". */
    private static final Pattern UNDERTOW = Pattern.compile(" - (\\d{1,4})\\.(\\d{1,4})\\.(\\d{1,4})\\.");

    @Override
    public void contextInitialized(ServletContextEvent event) {
        var allowed = Boolean.parseBoolean(System.getenv("EYELINE_ALLOW_OLD_UNDERTOW"));
        objection(event.getServletContext().getServerInfo()).filter(words -> !allowed).ifPresent(words -> {
            throw new IllegalStateException(words);
        });
    }

    /** In words, what is wrong with this server. */
    static Optional<String> objection(String serverInfo) {
        Matcher undertow = UNDERTOW.matcher(serverInfo);
        return !undertow.find() || Arrays.compare(version(undertow), FIRST_STRICT) >= 0 ? Optional.empty()
                : Optional.of("Eyeline does not start on this Undertow, which lets requests be smuggled (CVE-2026-28367): " + serverInfo
                        + ". Run \"eyeline configure --undertow\" on the stopped server, or set EYELINE_ALLOW_OLD_UNDERTOW=true.");
    }

    private static int[] version(Matcher undertow) {
        return new int[] {Integer.parseInt(undertow.group(1)), Integer.parseInt(undertow.group(2)), Integer.parseInt(undertow.group(3))};
    }
}
