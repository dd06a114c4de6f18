package eyeline.core.relay;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The vectors of RFC 5769. */
class StunMessageTest {
    private static final String SHORT_TERM = "VOkJxbRl1RmTxUk/WvJxBt";
    private static final byte[] REQUEST = hex("000100582112a442b7e7a701bc34d686fa87dfae80220010", "5354554e207465737420636c69656e74",
            "002400046e0001ff", "80290008932ff9b151263b36", "000600096576746a3a68367659202020",
            "000800149aeaa70cbfd8cb56781ef2b5b2d3f249c1b571a2", "80280004e57a3bcf");
    private static final byte[] IPV4_RESPONSE = hex("0101003c2112a442b7e7a701bc34d686fa87dfae", "8022000b7465737420766563746f7220",
            "002000080001a147e112a643", "000800142b91f599fd9e90c38c7489f92af9ba53f06be7d7", "80280004c07d4c96");
    private static final byte[] LONG_TERM = hex("000100602112a44278ad3433c6ad72c029da412e", "00060012e3839ee38388e383aae38383e382afe382b90000",
            "0015001c662f2f3439396b39353464364f4c33346f4c39465354767936347341", "0014000b6578616d706c652e6f726700",
            "00080014f67024656dd64a3e02b8e0712e85c9a28ca89666");

    @Test
    void readsTheSampleRequestAndKnowsWhoMadeIt() {
        var request = StunMessage.decode(REQUEST).orElseThrow();

        assertEquals("evtj:h6vY", request.text(StunMessage.USERNAME).orElseThrow());
        assertTrue(request.madeWith(SHORT_TERM.getBytes(StandardCharsets.US_ASCII)));
        assertFalse(request.madeWith("another".getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void readsTheSampleResponseAndKnowsWhoMadeIt() {
        var response = StunMessage.decode(IPV4_RESPONSE).orElseThrow();

        assertTrue(response.succeeded());
        assertTrue(response.answers(StunMessage.decode(REQUEST).orElseThrow()));
        assertTrue(response.madeWith(SHORT_TERM.getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void makesTheSampleRequestWithALongTermCredential() {
        var key = StunMessage.key("\u30de\u30c8\u30ea\u30c3\u30af\u30b9", "example.org", "TheMatrIX");
        var made = StunMessage.request(StunMessage.BINDING, Arrays.copyOfRange(LONG_TERM, 8, 20))
                .with(StunMessage.USERNAME, "\u30de\u30c8\u30ea\u30c3\u30af\u30b9")
                .with(StunMessage.NONCE, "f//499k954d6OL34oL9FSTvy64sA").with(StunMessage.REALM, "example.org").encode(key);

        // ours ends with a FINGERPRINT, which the sample does not: all but the length and that is the same
        assertArrayEquals(Arrays.copyOfRange(LONG_TERM, 4, LONG_TERM.length), Arrays.copyOfRange(made, 4, made.length - 8));
        assertTrue(StunMessage.decode(made).orElseThrow().madeWith(key));
        assertTrue(StunMessage.decode(LONG_TERM).orElseThrow().madeWith(key));
    }

    @Test
    void hidesAnAddressAsTheSampleResponsesDo() throws Exception {
        var request = StunMessage.decode(REQUEST).orElseThrow();

        assertArrayEquals(hex("0001a147e112a643"), request.xored(new InetSocketAddress("192.0.2.1", 32853)));
        assertArrayEquals(hex("0002a1470113a9faa5d3f179bc25f4b5bed2b9d9"),
                request.xored(new InetSocketAddress("2001:db8:1234:5678:11:2233:4455:6677", 32853)));
    }

    @Test
    void refusesEveryMessageThatIsChangedOrCut() {
        // without its last attribute, the FINGERPRINT, it would be another message that is whole
        for (int i = 0; i < REQUEST.length - 8; i++) {
            var changed = REQUEST.clone();
            changed[i] ^= 1;
            assertTrue(StunMessage.decode(changed).isEmpty(), "byte " + i);
            assertTrue(StunMessage.decode(Arrays.copyOf(REQUEST, i)).isEmpty(), "cut at " + i);
        }
        assertTrue(StunMessage.decode(new byte[StunMessage.LIMIT + 1]).isEmpty());
        assertTrue(StunMessage.decode("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII)).isEmpty());
    }

    private static byte[] hex(String... parts) {
        return HexFormat.of().parseHex(String.join("", parts));
    }
}
