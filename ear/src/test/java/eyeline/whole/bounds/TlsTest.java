package eyeline.whole.bounds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eyeline.whole.OnTheProduct;
import eyeline.whole.Product;
import java.io.IOException;
import java.util.List;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** X1: TLS 1.2 or newer, ECDHE with AES-GCM, and nothing else. The JVM of these tests may offer everything. */
@OnTheProduct
class TlsTest {
    private final Product product;

    TlsTest(Product product) {
        this.product = product;
    }

    @ParameterizedTest
    @CsvSource({"TLSv1.3,TLS_AES_128_GCM_SHA256", "TLSv1.3,TLS_AES_256_GCM_SHA384",
        "TLSv1.2,TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256", "TLSv1.2,TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384"})
    void theAllowedSuitesWork(String protocol, String suite) throws IOException {
        assertEquals(suite, handshake(product.httpsPort(), protocol, suite));
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1", "TLSv1.1"})
    void oldVersionsAreRefused(String protocol) {
        assertRefused(protocol, null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLS_RSA_WITH_AES_128_GCM_SHA256", "TLS_RSA_WITH_AES_256_CBC_SHA",
        "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256", "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA", "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA",
        "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256", "TLS_DHE_RSA_WITH_AES_128_GCM_SHA256"})
    void otherKeyExchangesAndCiphersAreRefused(String suite) {
        assertRefused("TLSv1.2", suite);
    }

    @Test
    void chachaIsNotOfferedInTls13Either() {
        assertRefused("TLSv1.3", "TLS_CHACHA20_POLY1305_SHA256");
    }

    private void assertRefused(String protocol, String suite) {
        var refused = assertThrows(SSLException.class, () -> handshake(product.httpsPort(), protocol, suite));
        assertTrue(refused instanceof SSLHandshakeException || refused.getMessage().contains("alert"), refused.toString());
        assertTrue(!refused.getMessage().contains("No appropriate protocol"), "this client could not even offer it: " + refused);
    }

    private String handshake(int port, String protocol, String suite) throws IOException {
        try (var socket = (SSLSocket) product.trust().getSocketFactory().createSocket("localhost", port)) {
            socket.setSoTimeout(10_000);
            socket.setEnabledProtocols(new String[] {protocol});
            socket.setEnabledCipherSuites(suite == null ? socket.getSupportedCipherSuites() : new String[] {suite});
            socket.startHandshake();
            return socket.getSession().getCipherSuite();
        }
    }

    @Test
    void theCertificateIsVouchedForByTheInstallationsOwnAuthority() throws IOException {
        try (var socket = (SSLSocket) product.trust().getSocketFactory().createSocket("localhost", product.httpsPort())) {
            var parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            assertEquals(List.of("TLSv1.3"), List.of(socket.getSession().getProtocol()));
        }
    }
}
