package eyeline.core.start;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What {@code EYELINE_PUBLIC_HOST} may be: a host's name or address, and a port if it is not 443. */
final class PublicHost {
    private static final int LONGEST = 253;
    private static final int PORTS = 65_535;
    private static final String LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";
    private static final Pattern HOST = Pattern.compile("(" + LABEL + "(\\." + LABEL + ")*|\\[[0-9a-f:]{2,45}])(:(?<port>[1-9][0-9]{0,4}))?");

    private PublicHost() {
    }

    static Optional<Obstacle> obstacle(Environment environment) {
        return environment.value("EYELINE_PUBLIC_HOST").flatMap(PublicHost::wrong)
                .map(why -> Obstacle.of("EYELINE_PUBLIC_HOST is \"" + environment.value("EYELINE_PUBLIC_HOST").orElse("") + "\", " + why));
    }

    private static Optional<String> wrong(String value) {
        var host = value.toLowerCase(Locale.ROOT);
        if (host.contains("://")) {
            return Optional.of("which has a scheme. Write the host alone: " + bare(host) + ".");
        }
        if (host.contains("/")) {
            return Optional.of("which has a path. Write the host alone: " + bare(host) + ".");
        }
        var match = HOST.matcher(host);
        if (!match.matches() || host.length() > LONGEST) {
            return Optional.of("which is no host's name. Write it as browsers do behind https://, e.g. calls.example.org or calls.example.org:8443.");
        }
        var port = match.group("port");
        return port != null && Integer.parseInt(port) > PORTS ? Optional.of("whose port is none (1 to 65535).") : Optional.empty();
    }

    private static String bare(String host) {
        return host.replaceFirst("^[^/]*://", "").replaceFirst("/.*$", "");
    }
}
