package eyeline.whole.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eyeline.whole.OnTheProduct;
import eyeline.whole.Product;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** turnserver.conf of production, with only ports, addresses, secret and certificate of the test: whom it lets people reach. */
@OnTheProduct
class ProductionRelayTest {
    private static final int FORBIDDEN = 403;
    private static final List<String> PRIVATE = List.of("0.0.0.0", "0.1.2.3", "10.0.0.1", "10.255.255.255", "100.64.0.1", "100.127.255.255",
            "127.0.0.1", "127.255.255.255", "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.1", "192.0.2.1", "192.88.99.1",
            "192.168.0.1", "198.18.0.1", "198.19.255.255", "198.51.100.1", "203.0.113.1", "224.0.0.1", "240.0.0.1", "255.255.255.255");
    private static final List<String> PUBLIC = List.of("1.1.1.1", "9.9.9.9", "11.0.0.1", "100.128.0.1", "172.32.0.1", "223.255.255.254");
    private static final List<String> PRIVATE_IPV6 = List.of("::1", "64:ff9b::7f00:1", "64:ff9b:1::7f00:1", "2002:7f00:1::1", "2001:0:1::1",
            "2001:db8::1", "100::1", "fc00::1", "fdff::1", "fe80::1", "ff02::1");
    private static final List<String> PUBLIC_IPV6 = List.of("2606:4700:4700::1111", "2a00:1450:4001::1");

    @Test
    void reachesNobodyInsideByIpv4AndEverybodyElse(Product product) throws IOException {
        try (var relay = Relay.start(product); var allocation = Allocation.ipv4(relay)) {
            assertEquals(forEach(PRIVATE, FORBIDDEN), answers(allocation, PRIVATE));
            // no packet leaves for a permission alone
            assertEquals(forEach(PUBLIC, 0), answers(allocation, PUBLIC));
        }
    }

    @Test
    void reachesNobodyInsideByIpv6NorByIpv4InsideOfIt(Product product) throws IOException {
        try (var relay = Relay.start(product, "relay-ip=::1"); var allocation = Allocation.ipv6(relay)) {
            assertEquals(forEach(PRIVATE_IPV6, FORBIDDEN), answers(allocation, PRIVATE_IPV6));
            assertEquals(forEach(PUBLIC_IPV6, 0), answers(allocation, PUBLIC_IPV6));
            for (var mapped : PRIVATE) {
                assertEquals(FORBIDDEN, allocation.permission(mapped(mapped)), "::ffff:" + mapped);
            }
        }
    }

    private static List<String> forEach(List<String> peers, int answer) {
        return peers.stream().map(peer -> peer + " " + answer).toList();
    }

    private static List<String> answers(Allocation allocation, List<String> peers) throws IOException {
        var answers = new ArrayList<String>();
        for (var peer : peers) {
            answers.add(peer + " " + allocation.permission(InetAddress.getByName(peer).getAddress()));
        }
        return answers;
    }

    private static byte[] mapped(String ipv4) throws IOException {
        return ByteBuffer.allocate(16).putShort(10, (short) -1).position(12).put(InetAddress.getByName(ipv4).getAddress()).array();
    }
}
