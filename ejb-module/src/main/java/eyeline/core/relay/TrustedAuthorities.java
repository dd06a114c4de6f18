package eyeline.core.relay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** Whose certificates a test of a server takes: those that Java knows, and of the PEM file that {@code EYELINE_TRUSTED_AUTHORITY} names. */
public final class TrustedAuthorities {

    private TrustedAuthorities() {
    }

    static SSLContext context() {
        return context(Optional.ofNullable(System.getenv("EYELINE_TRUSTED_AUTHORITY")).filter(file -> !file.isBlank()).map(Path::of));
    }

    public static SSLContext context(Optional<Path> pem) {
        try {
            var known = KeyStore.getInstance(KeyStore.getDefaultType());
            known.load(null, null);
            int n = 0;
            for (var manager : factory(null).getTrustManagers()) {
                for (var authority : ((X509TrustManager) manager).getAcceptedIssuers()) {
                    known.setCertificateEntry("java-" + n++, authority);
                }
            }
            if (pem.isPresent()) {
                try (var in = Files.newInputStream(pem.get())) {
                    for (var authority : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                        known.setCertificateEntry("own-" + n++, authority);
                    }
                }
            }
            var context = SSLContext.getInstance("TLS");
            context.init(null, factory(known).getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("EYELINE_TRUSTED_AUTHORITY cannot be read: " + e.getMessage(), e);
        }
    }

    private static TrustManagerFactory factory(KeyStore known) throws GeneralSecurityException {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(known);
        return factory;
    }
}
