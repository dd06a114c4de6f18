package eyeline.operator.verify;

import eyeline.operator.StartRefused;
import java.net.URI;
import java.net.URISyntaxException;

/** Where a server is, as a browser has it in its address bar: {@code https://}, host, perhaps a port, perhaps a path. */
record Address(String host, int port, String path) {
    private static final int HTTPS = 443;

    static Address of(String text) throws StartRefused {
        try {
            URI uri = new URI(text);
            if (!"https".equalsIgnoreCase(uri.getScheme()) || uri.getHost() == null || uri.getRawQuery() != null || uri.getUserInfo() != null) {
                throw new StartRefused("\"" + text + "\" is no https:// address of a server, e.g. https://calls.example.org");
            }
            String path = uri.getRawPath() == null ? "" : uri.getRawPath().replaceAll("/+$", "");
            return new Address(uri.getHost().toLowerCase(java.util.Locale.ROOT), uri.getPort() < 0 ? HTTPS : uri.getPort(), path);
        } catch (URISyntaxException e) {
            throw new StartRefused("\"" + text + "\" is no address, e.g. https://calls.example.org", e);
        }
    }

    /** Host, and port if it is not the standard one: as discovery and pages say it. */
    String authority() {
        return host + (port == HTTPS ? "" : ":" + port);
    }

    /** The host without the brackets of an IPv6 address. */
    String name() {
        return host.replaceAll("[\\[\\]]", "");
    }

    URI at(String below) {
        return URI.create("https://" + authority() + path + below);
    }

    URI socket(String account) {
        return URI.create("wss://" + authority() + path + "/ws_api/account/" + account + "/messaging/consumer?v=3");
    }

    String origin() {
        return "https://" + authority();
    }
}
