package eyeline.core.arrival;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The one place that decides who a client is and whether a request came by HTTPS. The peer of the connection is the client, unless it is
 * one of the {@link TrustedProxies}: then it is the last of the addresses which the proxies wrote down that is no trusted proxy itself. The first
 * ones are whatever the client wrote.
 */
public record Arrivals(TrustedProxies proxies, ProxyHeader header, Optional<PublicAddress> address) {
    /** So many entries are looked at, from the last one on: no way has more proxies of one's own. */
    static final int HOPS = 16;

    private static final String ORGANISATIONS = "EYELINE_OIDC_ACCOUNTS";
    private static final int FORBIDDEN = 403;
    private static final int MISDIRECTED = 421;
    private static final Pattern NODE = Pattern.compile("\\[(?<ipv6>[^\\]]*)](:[0-9]{1,5})?|(?<ipv4>[0-9.]+)(:[0-9]{1,5})?");

    /** Who is at the other end of the connection, and how it speaks. */
    public record Peer(InetAddress address, boolean tls) {
    }

    /**
     * The rules that the environment names.
     *
     * @throws IllegalArgumentException with one sentence for the operator, if it names something that cannot be
     */
    public static Arrivals configured(Map<String, String> environment) {
        var address = PublicAddress.configured(environment);
        if (address.filter(known -> !known.path().isEmpty()).isPresent() && !environment.getOrDefault(ORGANISATIONS, "").isBlank()) {
            throw new IllegalArgumentException(PublicAddress.ADDRESS + " has a path and " + ORGANISATIONS
                    + " is set: the log-in by the organisation's account needs a host of its own.");
        }
        return new Arrivals(TrustedProxies.of(environment.getOrDefault(TrustedProxies.VARIABLE, "")),
                ProxyHeader.of(Optional.ofNullable(environment.get(ProxyHeader.VARIABLE)).map(String::strip).filter(name -> !name.isEmpty())),
                address);
    }

    /** {@code headers}: the values of a header by its name, in their order; none if there is none. */
    public Arrival of(Peer peer, Function<String, List<String>> headers) {
        var proxied = proxies.have(peer.address());
        var hops = proxied ? header.hops(headers) : List.<ProxyHeader.Hop>of();
        if (!peer.tls() && !proxied) {
            return new Arrival.Refused(FORBIDDEN, "Plain HTTP is answered here for proxies alone that the server is told to believe.");
        }
        if (!peer.tls() && (hops.isEmpty() || !hops.get(hops.size() - 1).scheme().equalsIgnoreCase("https"))) {
            return new Arrival.Refused(FORBIDDEN, "The proxy does not say that this was asked for by HTTPS.");
        }
        if (address.isEmpty() && headers.apply("Host").stream().noneMatch(PublicAddress::isLoopback)) {
            return new Arrival.Refused(MISDIRECTED, "This server was not told its public address, so it answers on the machine itself alone: "
                    + "set EYELINE_PUBLIC_HOST or EYELINE_PUBLIC_ADDRESS.");
        }
        return new Arrival.Served(client(peer.address(), hops));
    }

    private InetAddress client(InetAddress peer, List<ProxyHeader.Hop> hops) {
        var client = peer;
        for (int i = hops.size() - 1; i >= Math.max(0, hops.size() - HOPS) && proxies.have(client); i--) {
            var named = node(hops.get(i).node());
            if (named.isEmpty()) {
                return client;
            }
            client = named.get();
        }
        return client;
    }

    /** An address with or without a port; nothing for what hides it (RFC 7239, section 6) and for what is none. */
    private static Optional<InetAddress> node(String text) {
        var parts = NODE.matcher(text);
        if (!parts.matches()) {
            return AddressLiteral.of(text);
        }
        return AddressLiteral.of(parts.group("ipv6") == null ? parts.group("ipv4") : parts.group("ipv6")).filter(
                address -> parts.group("ipv6") == null || parts.group("ipv6").indexOf(':') >= 0);
    }
}
