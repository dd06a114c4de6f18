package eyeline.core.health;

import eyeline.core.start.OwnServer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** Shakes hands with the own HTTPS listener, as a browser would, and looks at the certificate: not at who made it, but at whether it is one and valid. */
@ApplicationScoped
public class HttpsProbe {
    private static final int PATIENCE_MILLIS = 3_000;
    private static final Duration GOOD_FOR = Duration.ofMinutes(1);
    private static final Duration BAD_FOR = Duration.ofSeconds(5);

    @Inject
    OwnServer server;
    @Inject
    Clock clock;
    private Seen last = new Seen(Instant.MIN, Optional.empty(), null);

    /** What was seen last: when, what was wrong, and the certificate if there was one. */
    private record Seen(Instant at, Optional<String> wrong, X509Certificate certificate) {

        boolean isGoodAt(Instant now) {
            return now.isBefore(at.plus(wrong.isEmpty() ? GOOD_FOR : BAD_FOR));
        }
    }

    /** What is wrong, for operators; nothing if HTTPS serves a valid certificate, ends elsewhere, or nobody knows where it listens. */
    synchronized Optional<String> wrong() {
        var now = clock.instant();
        if (server.endsTlsElsewhere()) {
            return Optional.empty();
        }
        if (!last.isGoodAt(now)) {
            last = server.https().map(address -> look(address, now)).orElse(new Seen(now, Optional.empty(), null));
        }
        return last.wrong().or(() -> Optional.ofNullable(last.certificate()).flatMap(shown -> outOfDate(shown, now)));
    }

    static Optional<String> outOfDate(X509Certificate certificate, Instant now) {
        if (now.isAfter(certificate.getNotAfter().toInstant())) {
            return Optional.of("the certificate of HTTPS ended at " + certificate.getNotAfter().toInstant());
        }
        return now.isBefore(certificate.getNotBefore().toInstant())
                ? Optional.of("the certificate of HTTPS begins at " + certificate.getNotBefore().toInstant()) : Optional.empty();
    }

    private static Seen look(InetSocketAddress address, Instant now) {
        var looking = new Looking();
        try (var plain = new Socket()) {
            plain.connect(address, PATIENCE_MILLIS);
            plain.setSoTimeout(PATIENCE_MILLIS);
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {looking}, null);
            try (var socket = (SSLSocket) context.getSocketFactory().createSocket(plain, address.getHostString(), address.getPort(), true)) {
                socket.startHandshake();
            }
            return new Seen(now, Optional.empty(), looking.shown);
        } catch (IOException | GeneralSecurityException e) {
            return new Seen(now, Optional.of("HTTPS shows no certificate (" + e.getClass().getSimpleName() + "); see the key store"), null);
        }
    }

    /** Takes every certificate, since nothing is sent over this connection: it is there to be looked at. */
    private static final class Looking implements X509TrustManager {
        private X509Certificate shown;

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {
            // nobody shows one to us here
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {
            shown = chain[0];
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
