package eyeline.whole.relay;

import eyeline.core.relay.StunMessage;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.Arrays;

/** An allocation on a relay, by a client that would reach somebody through it. */
final class Allocation implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 5_000;
    private static final int QUOTA_REACHED = 486;
    private static final byte[] UDP = {17, 0, 0, 0};
    private static final byte[] IPV6 = {2, 0, 0, 0};

    private final DatagramSocket socket = new DatagramSocket();
    private final String username;
    private final String password;
    private String realm;
    private byte[] nonce;
    private boolean granted = true;

    private Allocation(Relay relay) throws IOException {
        this(relay, (System.currentTimeMillis() / 1000 + 60) + ":somebody");
    }

    private Allocation(Relay relay, String username) throws IOException {
        this(relay, username, TurnRest.password(relay.secret(), username));
    }

    private Allocation(Relay relay, String username, String password) throws IOException {
        this.username = username;
        this.password = password;
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

    /** With a credential of Eyeline's; {@link #granted} unless the relay answers "Allocation Quota Reached". */
    static Allocation asked(Relay relay, JsonObject credential) throws IOException {
        var allocation = new Allocation(relay, credential.getString("username"), credential.getString("credential"));
        var answer = allocation.answer(StunMessage.request(StunMessage.ALLOCATE).with(StunMessage.REQUESTED_TRANSPORT, UDP));
        if (!answer.succeeded() && answer.errorCode() != QUOTA_REACHED) {
            allocation.close();
            throw new IllegalStateException("no allocation: " + answer.errorCode());
        }
        allocation.granted = answer.succeeded();
        return allocation;
    }

    boolean granted() {
        return granted;
    }

    private Allocation made(StunMessage request) throws IOException {
        var answer = answer(request);
        if (!answer.succeeded()) {
            throw new IllegalStateException("no allocation: " + answer.errorCode());
        }
        return this;
    }

    private StunMessage answer(StunMessage request) throws IOException {
        var challenge = asked(request, request.encode());
        realm = challenge.text(StunMessage.REALM).orElseThrow();
        nonce = challenge.value(StunMessage.NONCE).orElseThrow();
        return authenticated(request);
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
