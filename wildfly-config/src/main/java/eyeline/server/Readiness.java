package eyeline.server;

import eyeline.operator.StartRefused;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Asks the running server from outside, as a client would, whether it serves. */
final class Readiness {
    private static final Duration PATIENCE = Duration.ofSeconds(240);
    private static final long PAUSE_MILLIS = 100;

    private final WildFly wildfly;
    private final URI address;
    private final HttpClient client;

    Readiness(WildFly wildfly, int httpsPort, X509Certificate authority) throws GeneralSecurityException, IOException {
        this.wildfly = wildfly;
        this.address = URI.create("https://localhost:" + httpsPort + "/api/account/10000001/service/baseURI.json?version=1.0");
        this.client = HttpClient.newBuilder().sslContext(trusting(authority)).connectTimeout(Duration.ofSeconds(5)).build();
    }

    void await() throws StartRefused, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!wildfly.isDeployed() || !answers()) {
            if (System.nanoTime() > deadline) {
                throw new StartRefused("WildFly did not serve Eyeline within " + PATIENCE.toSeconds() + " seconds; see " + wildfly.logFile() + ".");
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private boolean answers() throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(5)).build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() < 500;
        } catch (IOException e) {
            return false;
        }
    }

    /** A TLS context that trusts this authority and nothing else. */
    static SSLContext trusting(X509Certificate authority) throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("authority", authority);
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        return context;
    }
}
