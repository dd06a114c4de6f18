package eyeline.core.relay;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A message of STUN (RFC 8489) and TURN (RFC 8656): as little of them as asking a server for an allocation takes. Requests carry a
 * FINGERPRINT and, with a long-term credential, a MESSAGE-INTEGRITY.
 */
public final class StunMessage {
    /** Methods. */
    public static final int BINDING = 0x001;
    public static final int ALLOCATE = 0x003;
    public static final int REFRESH = 0x004;
    public static final int CREATE_PERMISSION = 0x008;
    /** Attributes. */
    public static final int USERNAME = 0x0006;
    public static final int MESSAGE_INTEGRITY = 0x0008;
    public static final int ERROR_CODE = 0x0009;
    public static final int LIFETIME = 0x000d;
    public static final int XOR_PEER_ADDRESS = 0x0012;
    public static final int REALM = 0x0014;
    public static final int NONCE = 0x0015;
    public static final int REQUESTED_ADDRESS_FAMILY = 0x0017;
    public static final int REQUESTED_TRANSPORT = 0x0019;
    public static final int FINGERPRINT = 0x8028;
    /** What we take in at most: an answer fits into one packet. */
    static final int LIMIT = 1500;
    static final int HEADER = 20;

    private static final int COOKIE = 0x2112a442;
    private static final int FINGERPRINT_XOR = 0x5354554e;
    private static final int SUCCESS = 0x100;
    private static final int ERROR = 0x110;
    private static final int METHOD = 0x3eef;
    private static final int TRANSACTION = 12;
    private static final int INTEGRITY = 20;
    private static final SecureRandom RANDOM = new SecureRandom();

    private record Attribute(int type, byte[] value) {
    }

    private final int type;
    private final byte[] transaction;
    private final List<Attribute> attributes;
    private final byte[] received;

    private StunMessage(int type, byte[] transaction, List<Attribute> attributes, byte[] received) {
        this.type = type;
        this.transaction = transaction;
        this.attributes = attributes;
        this.received = received;
    }

    public static StunMessage request(int method) {
        var transaction = new byte[TRANSACTION];
        RANDOM.nextBytes(transaction);
        return request(method, transaction);
    }

    static StunMessage request(int method, byte[] transaction) {
        return new StunMessage(method, transaction, List.of(), new byte[0]);
    }

    /** This message with one more attribute. */
    public StunMessage with(int attribute, byte... value) {
        var more = new ArrayList<>(attributes);
        more.add(new Attribute(attribute, value));
        return new StunMessage(type, transaction, List.copyOf(more), received);
    }

    public StunMessage with(int attribute, String text) {
        return with(attribute, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The message as it is sent, without a credential. */
    public byte[] encode() {
        return fingerprinted(encodeAttributes());
    }

    /** The message as it is sent by who knows the key of a long-term credential. */
    public byte[] encode(byte[] key) {
        var body = encodeAttributes();
        var mac = hmac(key, message(body, INTEGRITY + 4));
        return fingerprinted(joined(body, attribute(MESSAGE_INTEGRITY, mac)));
    }

    /** The key of a long-term credential (RFC 8489, 9.2.2). */
    public static byte[] key(String username, String realm, String password) {
        try {
            return MessageDigest.getInstance("MD5").digest((username + ":" + realm + ":" + password).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What came in, if it is a message of STUN that is whole. */
    public static Optional<StunMessage> decode(byte[] bytes) {
        if (bytes.length < HEADER || bytes.length > LIMIT) {
            return Optional.empty();
        }
        var in = ByteBuffer.wrap(bytes);
        int type = in.getShort() & 0xffff;
        int length = in.getShort() & 0xffff;
        if ((type & 0xc000) != 0 || in.getInt() != COOKIE || length != bytes.length - HEADER || length % 4 != 0) {
            return Optional.empty();
        }
        var transaction = new byte[TRANSACTION];
        in.get(transaction);
        var attributes = new ArrayList<Attribute>();
        while (in.remaining() >= 4) {
            int name = in.getShort() & 0xffff;
            int size = in.getShort() & 0xffff;
            if (padded(size) > in.remaining()) {
                return Optional.empty();
            }
            var value = new byte[size];
            in.get(value);
            in.position(in.position() + padded(size) - size);
            attributes.add(new Attribute(name, value));
        }
        var message = new StunMessage(type, transaction, List.copyOf(attributes), bytes.clone());
        return message.fingerprintFits() ? Optional.of(message) : Optional.empty();
    }

    public boolean answers(StunMessage request) {
        return Arrays.equals(transaction, request.transaction) && (type & METHOD) == (request.type & METHOD)
                && (succeeded() || (type & ERROR) == ERROR);
    }

    public boolean succeeded() {
        return (type & ERROR) == SUCCESS;
    }

    /** 0 for what is no error. */
    public int errorCode() {
        return value(ERROR_CODE).filter(v -> v.length >= 4).map(v -> (v[2] & 0x7) * 100 + (v[3] & 0xff)).orElse(0);
    }

    public Optional<byte[]> value(int attribute) {
        return attributes.stream().filter(a -> a.type() == attribute).map(a -> a.value().clone()).findFirst();
    }

    public Optional<String> text(int attribute) {
        return value(attribute).map(v -> new String(v, StandardCharsets.UTF_8));
    }

    /** Whether what came in was made by somebody who knows the key. */
    public boolean madeWith(byte[] key) {
        var mac = value(MESSAGE_INTEGRITY);
        if (mac.isEmpty()) {
            return false;
        }
        int end = HEADER;
        for (var attribute : attributes) {
            if (attribute.type() == MESSAGE_INTEGRITY) {
                break;
            }
            end += 4 + padded(attribute.value().length);
        }
        var signed = Arrays.copyOf(received, end);
        ByteBuffer.wrap(signed).putShort(2, (short) (end - HEADER + 4 + INTEGRITY));
        return MessageDigest.isEqual(hmac(key, signed), mac.get());
    }

    /** An address as XOR-PEER-ADDRESS has it, for a request with this transaction. */
    public byte[] xored(java.net.InetSocketAddress address) {
        var ip = address.getAddress().getAddress();
        return xored(ip, address.getPort());
    }

    /** The same for the bytes of an address: Java would make IPv4 of a mapped one. */
    public byte[] xored(byte[] ip, int port) {
        var mask = ByteBuffer.allocate(16).putInt(COOKIE).put(transaction).array();
        var out = ByteBuffer.allocate(4 + ip.length).put((byte) 0).put((byte) (ip.length == 4 ? 1 : 2))
                .putShort((short) (port ^ COOKIE >>> 16));
        for (int i = 0; i < ip.length; i++) {
            out.put((byte) (ip[i] ^ mask[i]));
        }
        return out.array();
    }

    private boolean fingerprintFits() {
        var last = attributes.isEmpty() ? null : attributes.get(attributes.size() - 1);
        return last == null || last.type() != FINGERPRINT || last.value().length == 4
                && ByteBuffer.wrap(last.value()).getInt() == fingerprint(Arrays.copyOf(received, received.length - 8));
    }

    private byte[] encodeAttributes() {
        var out = new ByteArrayOutputStream();
        attributes.forEach(a -> out.writeBytes(attribute(a.type(), a.value())));
        return out.toByteArray();
    }

    private byte[] fingerprinted(byte[] body) {
        var crc = ByteBuffer.allocate(4).putInt(fingerprint(message(body, 8))).array();
        return message(joined(body, attribute(FINGERPRINT, crc)), 0);
    }

    /** Header and body; the length counts what will follow too. */
    private byte[] message(byte[] body, int following) {
        return ByteBuffer.allocate(HEADER + body.length).putShort((short) type).putShort((short) (body.length + following))
                .putInt(COOKIE).put(transaction).put(body).array();
    }

    private static byte[] attribute(int type, byte[] value) {
        return ByteBuffer.allocate(4 + padded(value.length)).putShort((short) type).putShort((short) value.length).put(value).array();
    }

    private static int padded(int size) {
        return size + 3 & ~3;
    }

    private static int fingerprint(byte[] message) {
        var crc = new CRC32();
        crc.update(message);
        return (int) crc.getValue() ^ FINGERPRINT_XOR;
    }

    private static byte[] hmac(byte[] key, byte[] message) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key, mac.getAlgorithm()));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] joined(byte[] one, byte[] other) {
        return ByteBuffer.allocate(one.length + other.length).put(one).put(other).array();
    }
}
