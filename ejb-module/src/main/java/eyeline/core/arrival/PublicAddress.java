package eyeline.core.arrival;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where people reach Eyeline, whatever a request says of it: {@code https://}, a host, perhaps a port, perhaps a path without a slash
 * at its end. Named by {@code EYELINE_PUBLIC_ADDRESS}, or without a path by {@code EYELINE_PUBLIC_HOST}.
 */
public record PublicAddress(String host, int port, String path) {
    public static final String ADDRESS = "EYELINE_PUBLIC_ADDRESS";
    public static final String HOST = "EYELINE_PUBLIC_HOST";

    private static final int HTTPS = 443;
    private static final int LONGEST_HOST = 253;
    private static final int LONGEST_PATH = 100;
    private static final String SCHEME = "https://";
    private static final Pattern AUTHORITY = Pattern.compile("(?<host>\\[[0-9a-f:.]+]|[^:/\\[\\]]+)(:(?<port>[0-9]{1,5}))?");
    private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");
    private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*");
    private static final Pattern DIGITS_AND_DOTS = Pattern.compile("[0-9.]+");

    public PublicAddress {
        if (host.length() > LONGEST_HOST || !isHost(host)) {
            throw new IllegalArgumentException("'" + host + "' is no host");
        }
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException(port + " is no port (1 to 65535)");
        }
        if (path.length() > LONGEST_PATH || !PATH.matcher(path).matches()) {
            throw new IllegalArgumentException("'" + path + "' is no path: letters, digits and - . _ ~ between slashes, " + LONGEST_PATH
                    + " characters at most");
        }
    }

    /**
     * What the environment names, or nothing.
     *
     * @throws IllegalArgumentException with one sentence for the operator, if it is malformed or named twice in two ways
     */
    public static Optional<PublicAddress> configured(Map<String, String> environment) {
        var host = named(environment, HOST).map(PublicAddress::ofHost);
        var address = named(environment, ADDRESS).map(PublicAddress::ofAddress);
        if (host.isPresent() && address.isPresent() && !host.get().authority().equals(address.get().authority())) {
            throw new IllegalArgumentException(ADDRESS + " and " + HOST + " name two places: set one of them.");
        }
        return address.or(() -> host);
    }

    private static Optional<String> named(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static PublicAddress ofHost(String text) {
        try {
            return of(text.toLowerCase(Locale.ROOT), "");
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(HOST + " is '" + text + "': " + e.getMessage()
                    + ". It takes a host, and a port if it is not 443, as in calls.example.org:8443; a whole address belongs into "
                    + ADDRESS + ".", e);
        }
    }

    private static PublicAddress ofAddress(String text) {
        try {
            if (!text.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
                throw new IllegalArgumentException("it does not begin with " + SCHEME);
            }
            var rest = text.substring(SCHEME.length());
            var slash = rest.indexOf('/') < 0 ? rest.length() : rest.indexOf('/');
            return of(rest.substring(0, slash).toLowerCase(Locale.ROOT), withoutSlash(rest.substring(slash)));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(ADDRESS + " is '" + text + "': " + e.getMessage()
                    + ". It takes an address as in https://www.example.org/eyeline.", e);
        }
    }

    private static String withoutSlash(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private static PublicAddress of(String authority, String path) {
        var parts = AUTHORITY.matcher(authority);
        if (!parts.matches()) {
            throw new IllegalArgumentException("'" + authority + "' is no host");
        }
        return new PublicAddress(parts.group("host"), parts.group("port") == null ? HTTPS : Integer.parseInt(parts.group("port")), path);
    }

    private static boolean isHost(String text) {
        if (text.startsWith("[")) {
            return AddressLiteral.of(text.substring(1, text.length() - 1)).isPresent();
        }
        return NAME.matcher(text).matches() && (!DIGITS_AND_DOTS.matcher(text).matches() || AddressLiteral.of(text).isPresent());
    }

    /** Whether a Host header names this machine alone: such requests come from its own browsers and tests. */
    public static boolean isLoopback(String hostHeader) {
        var parts = AUTHORITY.matcher(hostHeader.toLowerCase(Locale.ROOT));
        if (!parts.matches()) {
            return false;
        }
        var host = parts.group("host");
        return host.equals("localhost")
                || AddressLiteral.of(host.startsWith("[") ? host.substring(1, host.length() - 1) : host).filter(a -> a.isLoopbackAddress()).isPresent();
    }

    /** Host, and port if it is not 443: what stands behind {@code https://} and in a Host header. */
    public String authority() {
        return port == HTTPS ? host : host + ":" + port;
    }

    /** As browsers name it in {@code Origin}. */
    public String origin() {
        return SCHEME + authority();
    }

    /** Host, port and path: where services are, as discovery names them. */
    public String place() {
        return authority() + path;
    }

    /** A redirect of the server as browsers need it: the server itself knows nothing of the path, which the proxy takes away. */
    public String within(String location) {
        var below = location.startsWith(origin() + "/") ? location.substring(origin().length()) : location;
        return path.isEmpty() || !below.startsWith("/") || below.startsWith("//") || below.startsWith(path + "/") ? location : origin() + path + below;
    }

    @Override
    public String toString() {
        return origin() + path;
    }
}
