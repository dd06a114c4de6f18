package eyeline.web.socket;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * By what an address is counted: an IPv4 address by itself, an IPv6 address by its first 64 bits, since one household or
 * machine has all that follow (RFC 6177; RFC 4291, section 2.5.4).
 */
public final class AddressKey {

    private static final int NETWORK_BYTES = 8;

    private AddressKey() {
    }

    /** Of the address of a peer as the container writes it; never looked up by name. */
    public static String of(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            var bytes = InetAddress.getByName(address).getAddress();
            return bytes.length <= NETWORK_BYTES ? InetAddress.getByAddress(bytes).getHostAddress()
                    : HexFormat.ofDelimiter(":").formatHex(Arrays.copyOf(bytes, NETWORK_BYTES)) + "::/64";
        } catch (UnknownHostException noAddress) {
            return address;
        }
    }
}
