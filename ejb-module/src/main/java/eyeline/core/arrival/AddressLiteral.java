package eyeline.core.arrival;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses as digits. No name is ever looked up, and an IPv4 address inside an IPv6 one is the IPv4 address. */
final class AddressLiteral {
    private static final int LONGEST = 45;
    private static final Pattern IPV4 = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
    /** With a colon in it, Java asks no name server. */
    private static final Pattern IPV6 = Pattern.compile("(?=.*:)[0-9A-Fa-f:.]+");
    private static final int BYTE = 255;

    private AddressLiteral() {
    }

    static Optional<InetAddress> of(String text) {
        if (text.length() > LONGEST || !(isIpv4(text) || IPV6.matcher(text).matches())) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text));
        } catch (UnknownHostException noAddress) {
            return Optional.empty();
        }
    }

    private static boolean isIpv4(String text) {
        return IPV4.matcher(text).matches() && Arrays.stream(text.split("\\.")).mapToInt(Integer::parseInt).allMatch(part -> part <= BYTE);
    }
}
