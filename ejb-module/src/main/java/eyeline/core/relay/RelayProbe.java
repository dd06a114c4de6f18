package eyeline.core.relay;

import eyeline.core.relay.RelayAnswer.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import javax.net.ssl.SSLContext;

/** One test of one target: asks for an allocation as a browser would, and gives it back. */
record RelayProbe(RelayTarget target, Optional<String> username, Optional<String> password, SSLContext tls, Duration patience) {
    private static final byte[] UDP = {17, 0, 0, 0};
    private static final byte[] NO_LIFETIME = {0, 0, 0, 0};
    private static final int UNAUTHENTICATED = 401;
    private static final int WRONG_CREDENTIALS = 441;
    private static final int STALE_NONCE = 438;

    RelayAnswer run() {
        var start = System.nanoTime();
        var outcome = outcome(start + patience.toNanos());
        var millis = (System.nanoTime() - start) / 1_000_000;
        var spoke = outcome != Outcome.UNREACHABLE && outcome != Outcome.UNTRUSTED;
        return new RelayAnswer(target.transport(), target.port(), outcome, spoke ? OptionalLong.of(millis) : OptionalLong.empty());
    }

    private Outcome outcome(long deadline) {
        try {
            var address = InetAddress.getAllByName(target.host())[0];
            if (nobodys(address)) {
                return Outcome.UNREACHABLE;
            }
            try (var line = StunLine.open(target, address, tls, deadline)) {
                return target.turn() ? allocate(line) : bind(line);
            }
        } catch (IOException e) {
            return untrusted(e) ? Outcome.UNTRUSTED : Outcome.UNREACHABLE;
        }
    }

    /** Addresses where no TURN server is, but what a cloud tells of its machines. */
    static boolean nobodys(InetAddress address) {
        return address.isAnyLocalAddress() || address.isLinkLocalAddress() || address.isMulticastAddress();
    }

    private static boolean untrusted(Throwable problem) {
        for (var cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateException) {
                return true;
            }
        }
        return false;
    }

    private static Outcome bind(StunLine line) throws IOException {
        var request = StunMessage.request(StunMessage.BINDING);
        return line.ask(request, request.encode()).map(answer -> answer.succeeded() ? Outcome.OK : Outcome.REFUSED)
                .orElse(Outcome.UNREACHABLE);
    }

    /** The first request asks for realm and nonce; a nonce may be stale once (RFC 8489, 9.2). */
    private Outcome allocate(StunLine line) throws IOException {
        var bare = allocation();
        var challenge = line.ask(bare, bare.encode());
        for (int i = 0; i < 2 && challenge.isPresent(); i++) {
            var realm = challenge.get().text(StunMessage.REALM);
            var nonce = challenge.get().value(StunMessage.NONCE);
            if (realm.isEmpty() || nonce.isEmpty()) {
                return challenge.get().succeeded() ? Outcome.OK : Outcome.REFUSED;
            }
            var key = StunMessage.key(username.orElse(""), realm.get(), password.orElse(""));
            var request = authenticated(allocation(), realm.get(), nonce.get());
            var answer = line.ask(request, request.encode(key));
            if (answer.map(StunMessage::errorCode).filter(code -> code == STALE_NONCE).isEmpty()) {
                return answer.map(given -> given(line, given, key, realm.get(), nonce.get())).orElse(Outcome.UNREACHABLE);
            }
            challenge = answer;
        }
        return challenge.isPresent() ? Outcome.REFUSED : Outcome.UNREACHABLE;
    }

    private Outcome given(StunLine line, StunMessage answer, byte[] key, String realm, byte[] nonce) {
        if (answer.succeeded() && answer.madeWith(key)) {
            giveBack(line, key, realm, nonce);
            return Outcome.OK;
        }
        return switch (answer.errorCode()) {
            case UNAUTHENTICATED, WRONG_CREDENTIALS -> Outcome.UNAUTHORIZED;
            default -> Outcome.REFUSED;
        };
    }

    private void giveBack(StunLine line, byte[] key, String realm, byte[] nonce) {
        var refresh = authenticated(StunMessage.request(StunMessage.REFRESH).with(StunMessage.LIFETIME, NO_LIFETIME), realm, nonce);
        try {
            line.tell(refresh.encode(key));
        } catch (IOException e) {
            // it ends by itself after ten minutes
        }
    }

    private StunMessage allocation() {
        return StunMessage.request(StunMessage.ALLOCATE).with(StunMessage.REQUESTED_TRANSPORT, Arrays.copyOf(UDP, UDP.length));
    }

    private StunMessage authenticated(StunMessage request, String realm, byte[] nonce) {
        return request.with(StunMessage.USERNAME, username.orElse("")).with(StunMessage.REALM, realm).with(StunMessage.NONCE, nonce);
    }
}
