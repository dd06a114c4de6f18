package eyeline.operator.verify;

import eyeline.operator.check.CertificateLook;
import eyeline.operator.look.Row;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** The handshake: which TLS, which certificate, and whether it is trusted. */
record TlsLook(Address address, SSLContext trust, Instant now) {
    private static final int PATIENCE_MILLIS = 10_000;

    List<Row> rows() throws IOException, GeneralSecurityException {
        Shown shown = new Shown();
        SSLContext anybody = SSLContext.getInstance("TLS");
        anybody.init(null, new TrustManager[] {shown}, null);
        List<Row> rows = new ArrayList<>();
        try {
            rows.add(Row.green("TLS", handshake(anybody, false)));
        } catch (UnknownHostException e) {
            return List.of(Row.red("TLS", "The host " + address.host() + " is not known.", "Add it to the DNS."));
        } catch (SSLException e) {
            return List.of(Row.red("TLS", "No handshake: " + e.getMessage() + ".", "Is that the HTTPS port, and does the server's key store open? See server.log."));
        } catch (IOException e) {
            return List.of(Row.red("TLS", "Nothing answers at " + address.authority() + ".", "Does the server run, with -b 0.0.0.0? Is a firewall between?"));
        }
        rows.addAll(new CertificateLook(shown.chain, now).rows(Optional.of(address.name())));
        rows.add(trusted());
        return rows;
    }

    private Row trusted() throws IOException {
        try {
            handshake(trust, true);
            return Row.green("Certificate's trust", "Trusted.");
        } catch (SSLException e) {
            return Row.red("Certificate's trust", "This machine does not trust it.", "Browsers may not either. For an authority of your own: --trust <its PEM file>.");
        }
    }

    private String handshake(SSLContext context, boolean named) throws IOException {
        try (Socket plain = new Socket()) {
            plain.connect(new InetSocketAddress(address.name(), address.port()), PATIENCE_MILLIS);
            plain.setSoTimeout(PATIENCE_MILLIS);
            try (SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(plain, address.name(), address.port(), true)) {
                SSLParameters parameters = socket.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm(named ? "HTTPS" : null);
                socket.setSSLParameters(parameters);
                socket.startHandshake();
                return socket.getSession().getProtocol() + ", " + socket.getSession().getCipherSuite();
            }
        } catch (java.net.UnknownHostException e) {
            throw e;
        } catch (java.nio.channels.UnresolvedAddressException e) {
            throw new UnknownHostException(address.name());
        }
    }

    /** Takes every certificate, to say what is wrong with it. Nothing is sent over such a connection. */
    private static final class Shown implements X509TrustManager {
        private List<X509Certificate> chain = List.of();

        @Override
        public void checkClientTrusted(X509Certificate[] certificates, String type) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void checkServerTrusted(X509Certificate[] certificates, String type) {
            chain = List.of(certificates);
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
