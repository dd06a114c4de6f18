package eyeline.core.relay;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A line to a STUN or TURN server over one transport: a request out, its answer in, and no later than the deadline. */
abstract class StunLine implements AutoCloseable {
    private final long deadline;

    private StunLine(long deadline) {
        this.deadline = deadline;
    }

    static StunLine open(RelayTarget target, InetAddress address, SSLContext tls, long deadline) throws IOException {
        var to = new InetSocketAddress(address, target.port());
        return switch (target.transport()) {
            case UDP -> new Udp(to, deadline);
            case TCP -> new Stream(connected(new Socket(), to, deadline), deadline);
            case TLS -> new Stream(secured(connected(new Socket(), to, deadline), target, tls), deadline);
        };
    }

    /** The answer to the request; nothing if what came is no STUN. */
    abstract Optional<StunMessage> ask(StunMessage request, byte[] encoded) throws IOException;

    /** Sends what needs no answer. */
    abstract void tell(byte[] encoded) throws IOException;

    @Override
    public abstract void close() throws IOException;

    /** What is left of the time; never 0, which would be for ever. */
    static int left(long deadline) throws SocketTimeoutException {
        var millis = (deadline - System.nanoTime()) / 1_000_000;
        if (millis <= 0) {
            throw new SocketTimeoutException();
        }
        return (int) millis;
    }

    private static Socket connected(Socket socket, InetSocketAddress to, long deadline) throws IOException {
        try {
            socket.connect(to, left(deadline));
            socket.setSoTimeout(left(deadline));
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private static SSLSocket secured(Socket plain, RelayTarget target, SSLContext tls) throws IOException {
        try {
            var socket = (SSLSocket) tls.getSocketFactory().createSocket(plain, target.host(), target.port(), true);
            var parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            return socket;
        } catch (IOException e) {
            plain.close();
            throw e;
        }
    }

    /** Packets get lost: a request is sent again after 0.5, 1, 2 s (RFC 8489, 6.2.1). */
    private static final class Udp extends StunLine {
        private static final int FIRST_PAUSE_MILLIS = 500;
        private final DatagramSocket socket;
        private final long deadline;

        Udp(InetSocketAddress to, long deadline) throws IOException {
            super(deadline);
            this.deadline = deadline;
            socket = new DatagramSocket();
            socket.connect(to);
        }

        @Override
        Optional<StunMessage> ask(StunMessage request, byte[] encoded) throws IOException {
            for (int pause = FIRST_PAUSE_MILLIS;; pause *= 2) {
                tell(encoded);
                var answer = listen(request, Math.min(pause, left(deadline)));
                if (answer.isPresent()) {
                    return answer;
                }
            }
        }

        private Optional<StunMessage> listen(StunMessage request, int millis) throws IOException {
            var until = Math.min(deadline, System.nanoTime() + millis * 1_000_000L);
            var packet = new DatagramPacket(new byte[StunMessage.LIMIT], StunMessage.LIMIT);
            try {
                while (true) {
                    socket.setSoTimeout(left(until));
                    socket.receive(packet);
                    var answer = StunMessage.decode(Arrays.copyOf(packet.getData(), packet.getLength())).filter(m -> m.answers(request));
                    if (answer.isPresent()) {
                        return answer;
                    }
                }
            } catch (SocketTimeoutException e) {
                return Optional.empty();
            }
        }

        @Override
        void tell(byte[] encoded) throws IOException {
            socket.send(new DatagramPacket(encoded, encoded.length));
        }

        @Override
        public void close() {
            socket.close();
        }
    }

    /** TCP, with or without TLS: the message's own length frames it. */
    private static final class Stream extends StunLine {
        private final Socket socket;
        private final long deadline;

        Stream(Socket socket, long deadline) {
            super(deadline);
            this.socket = socket;
            this.deadline = deadline;
        }

        @Override
        Optional<StunMessage> ask(StunMessage request, byte[] encoded) throws IOException {
            tell(encoded);
            var in = new DataInputStream(socket.getInputStream());
            var header = new byte[StunMessage.HEADER];
            socket.setSoTimeout(left(deadline));
            in.readFully(header);
            int length = ByteBuffer.wrap(header).getShort(2) & 0xffff;
            if (length > StunMessage.LIMIT - StunMessage.HEADER) {
                return Optional.empty();
            }
            var whole = Arrays.copyOf(header, header.length + length);
            socket.setSoTimeout(left(deadline));
            in.readFully(whole, header.length, length);
            return StunMessage.decode(whole).filter(m -> m.answers(request));
        }

        @Override
        void tell(byte[] encoded) throws IOException {
            socket.getOutputStream().write(encoded);
            socket.getOutputStream().flush();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
