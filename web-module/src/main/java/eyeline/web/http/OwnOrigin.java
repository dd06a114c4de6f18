package eyeline.web.http;

import eyeline.core.arrival.PublicAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where Eyeline is, as browsers and clients see it: the {@link PublicAddress} that the operator named. Where none is named it answers on the machine
 * itself alone ({@code Arriving}), at the request's Host.
 */
@ApplicationScoped
public class OwnOrigin {

    private static final Pattern HOST = Pattern.compile("([a-z0-9.-]{1,253}|\\[[0-9a-f:]{2,45}])(:[0-9]{1,5})?");

    private final Optional<PublicAddress> configured = PublicAddress.configured(System.getenv());

    /** Host and port as clients put them behind {@code https://}; nothing if the request names no host. */
    public Optional<String> host(HttpServletRequest request) {
        return configured.map(PublicAddress::authority).or(() -> Optional.ofNullable(request.getHeader("Host"))
                .map(host -> host.toLowerCase(Locale.ROOT)).filter(host -> HOST.matcher(host).matches()));
    }

    /** The same with the path below which Eyeline is, if it shares its host. */
    public Optional<String> place(HttpServletRequest request) {
        return configured.map(PublicAddress::place).or(() -> host(request));
    }

    /** The path below which Eyeline is, without a slash at its end; empty on a host of its own. */
    public String path() {
        return configured.map(PublicAddress::path).orElse("");
    }

    /** Whether a page of Eyeline itself is the origin. */
    public boolean is(String origin, HttpServletRequest request) {
        return host(request).map(host -> ("https://" + host).equals(origin)).orElse(false);
    }
}
