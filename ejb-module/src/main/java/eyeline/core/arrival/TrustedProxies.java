package eyeline.core.arrival;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/**
 * Whose word counts about who a client is: the addresses and networks of {@code EYELINE_TRUSTED_PROXIES}, with commas between, at most
 * {@value #MOST}. Nobody, where nothing is named.
 */
public final class TrustedProxies {
    public static final String VARIABLE = "EYELINE_TRUSTED_PROXIES";
    public static final int MOST = 64;
    /** A larger network holds more than proxies: whoever is in it could name any address. */
    private static final int SHORTEST_IPV4 = 8;
    private static final int SHORTEST_IPV6 = 32;

    /** {@code bits}: how many of the first bits count. */
    private record Network(byte[] first, int bits) {

        boolean has(byte[] address) {
            return address.length == first.length && masked(address, bits).equals(masked(first, bits));
        }

        private static java.nio.ByteBuffer masked(byte[] address, int bits) {
            var kept = Arrays.copyOf(address, address.length);
            for (int bit = bits; bit < kept.length * Byte.SIZE; bit++) {
                kept[bit / Byte.SIZE] &= (byte) ~(0x80 >> bit % Byte.SIZE);
            }
            return java.nio.ByteBuffer.wrap(kept);
        }
    }

    private final List<Network> networks;

    private TrustedProxies(List<Network> networks) {
        this.networks = networks;
    }

    /**
     * Of a text such as {@code 10.0.3.4, 2001:db8:7::/64}.
     *
     * @throws IllegalArgumentException with one sentence for the operator, if it is malformed
     */
    public static TrustedProxies of(String text) {
        var entries = Arrays.stream(text.split(",")).map(String::strip).filter(entry -> !entry.isEmpty()).toList();
        if (entries.size() > MOST) {
            throw new IllegalArgumentException(VARIABLE + " names " + entries.size() + " proxies; it takes " + MOST + " at most.");
        }
        return new TrustedProxies(entries.stream().map(TrustedProxies::network).toList());
    }

    private static Network network(String entry) {
        var slash = entry.indexOf('/');
        var address = AddressLiteral.of(slash < 0 ? entry : entry.substring(0, slash)).orElseThrow(() -> refused(entry,
                "is no address and no network; it takes addresses and networks as in 10.0.3.4, 2001:db8:7::/64, and no names"));
        var all = address.getAddress().length * Byte.SIZE;
        var bits = slash < 0 ? all : bits(entry, entry.substring(slash + 1));
        if (bits > all) {
            throw refused(entry, "has more than " + all + " bits");
        }
        if (bits < (address instanceof Inet4Address ? SHORTEST_IPV4 : SHORTEST_IPV6)) {
            throw refused(entry, "is a network of more than proxies");
        }
        return new Network(address.getAddress(), bits);
    }

    private static int bits(String entry, String text) {
        if (!text.matches("[0-9]{1,3}")) {
            throw refused(entry, "has no number of bits behind its slash");
        }
        return Integer.parseInt(text);
    }

    private static IllegalArgumentException refused(String entry, String why) {
        return new IllegalArgumentException(VARIABLE + ": '" + entry + "' " + why + ".");
    }

    boolean have(InetAddress address) {
        return networks.stream().anyMatch(network -> network.has(address.getAddress()));
    }
}
