package eyeline.operator.check;

import eyeline.operator.Settings;
import eyeline.operator.StartRefused;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** Where browsers reach Eyeline, as the environment names it: {@code EYELINE_PUBLIC_HOST}, or {@code EYELINE_PUBLIC_ADDRESS} with a path. */
record PublicPlace(String host, int port) {
    private static final int HTTPS = 443;
    private static final int HIGHEST = 65_535;
    private static final String NAME = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*";
    private static final String ADDRESS_6 = "\\[[0-9a-f:.]{2,45}]";

    /** Nothing if neither is set. Refused with a sentence if it is malformed. */
    static Optional<PublicPlace> of(Settings settings) throws StartRefused {
        Optional<String> address = settings.find("EYELINE_PUBLIC_ADDRESS");
        if (address.isPresent()) {
            return Optional.of(ofAddress(address.get().strip()));
        }
        Optional<String> host = settings.find("EYELINE_PUBLIC_HOST");
        return host.isPresent() ? Optional.of(ofHost("EYELINE_PUBLIC_HOST", host.get().strip())) : Optional.empty();
    }

    private static PublicPlace ofAddress(String text) throws StartRefused {
        if (!text.regionMatches(true, 0, "https://", 0, 8)) {
            throw new StartRefused("EYELINE_PUBLIC_ADDRESS is \"" + text + "\". It begins with https://, e.g. https://www.example.org/eyeline");
        }
        try {
            return ofHost("EYELINE_PUBLIC_ADDRESS", String.valueOf(new URI(text).getRawAuthority()));
        } catch (URISyntaxException e) {
            throw new StartRefused("EYELINE_PUBLIC_ADDRESS is no address, e.g. https://www.example.org/eyeline", e);
        }
    }

    private static PublicPlace ofHost(String variable, String text) throws StartRefused {
        String lower = text.toLowerCase(Locale.ROOT);
        int colon = lower.lastIndexOf(':');
        boolean named = colon > lower.lastIndexOf(']') && lower.indexOf("//") < 0;
        String host = named ? lower.substring(0, colon) : lower;
        String port = named ? lower.substring(colon + 1) : Integer.toString(HTTPS);
        boolean fits = host.length() <= 253 && (host.matches(NAME) || host.matches(ADDRESS_6)) && port.matches("[0-9]{1,5}");
        if (!fits || Integer.parseInt(port) < 1 || Integer.parseInt(port) > HIGHEST) {
            throw new StartRefused(variable + " is \"" + text + "\": " + (lower.contains("://") ? "write it without the scheme" : "write the host, and a port if it is not 443")
                    + ", e.g. calls.example.org");
        }
        return new PublicPlace(host, Integer.parseInt(port));
    }

    /** The name as a certificate has it. */
    String name() {
        return host.replaceAll("[\\[\\]]", "");
    }

    @Override
    public String toString() {
        return "https://" + host + (port == HTTPS ? "" : ":" + port);
    }
}
