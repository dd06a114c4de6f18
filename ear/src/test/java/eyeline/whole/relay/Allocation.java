package eyeline.whole.relay;

import eyeline.core.relay.StunMessage;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.Arrays;

/** An allocation on a relay, by a client that would reach somebody through it. */
final class Allocation implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 5_000;
    private static final byte[] UDP = {17, 0, 0, 0};
    private static final byte[] IPV6 = {2, 0, 0, 0};

    private final DatagramSocket socket = new DatagramSocket();
    private final String username = (System.currentTimeMillis() / 1000 + 60) + ":somebody";
    private final String password;
    private String realm;
    private byte[] nonce;

    private Allocation(Relay relay) throws IOException {
        password = TurnRest.password(relay.secret(), username);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.connect(InetAddress.getLoopbackAddress(), relay.port());
    }

    static Allocation ipv4(Relay relay) throws IOException {
        return new Allocation(relay).made(StunMessage.request(StunMessage.ALLOCATE).with(StunMessage.REQUESTED_TRANSPORT, UDP));
    }

    static Allocation ipv6(Relay relay) throws IOException {
        return new Allocation(relay).made(StunMessage.request(StunMessage.ALLOCATE).with(StunMessage.REQUESTED_TRANSPORT, UDP)
                .with(StunMessage.REQUESTED_ADDRESS_FAMILY, IPV6));
    }

    private Allocation made(StunMessage request) throws IOException {
        var challenge = asked(request, request.encode());
        realm = challenge.text(StunMessage.REALM).orElseThrow();
        nonce = challenge.value(StunMessage.NONCE).orElseThrow();
        var answer = authenticated(request);
        if (!answer.succeeded()) {
            throw new IllegalStateException("no allocation: " + answer.errorCode());
        }
        return this;
    }

    /** Asks to reach a peer, whose address comes in bytes because Java makes IPv4 of a mapped one: 0 if that is allowed, else the error. */
    int permission(byte[] peer) throws IOException {
        var request = StunMessage.request(StunMessage.CREATE_PERMISSION);
        var answer = authenticated(request.with(StunMessage.XOR_PEER_ADDRESS, request.xored(peer, 9)));
        return answer.succeeded() ? 0 : answer.errorCode();
    }

    private StunMessage authenticated(StunMessage request) throws IOException {
        var whole = request.with(StunMessage.USERNAME, username).with(StunMessage.REALM, realm).with(StunMessage.NONCE, nonce);
        return asked(request, whole.encode(StunMessage.key(username, realm, password)));
    }

    private StunMessage asked(StunMessage request, byte[] encoded) throws IOException {
        socket.send(new DatagramPacket(encoded, encoded.length));
        var packet = new DatagramPacket(new byte[1500], 1500);
        socket.receive(packet);
        return StunMessage.decode(Arrays.copyOf(packet.getData(), packet.getLength())).filter(m -> m.answers(request)).orElseThrow();
    }

    @Override
    public void close() {
        socket.close();
    }
}
