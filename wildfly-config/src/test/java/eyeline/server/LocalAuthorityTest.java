package eyeline.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eyeline.server.sample.SampleShop;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalAuthorityTest {
    private static final String PASSWORD = "a password";

    @TempDir
    Path folder;

    @Test
    void keepsItsCertificatesFromStartToStart() throws Exception {
        X509Certificate authority = authority(Clock.systemUTC()).certificate();
        X509Certificate server = server(authority(Clock.systemUTC()));

        assertEquals(authority, authority(Clock.systemUTC()).certificate());
        assertEquals(server, server(authority(Clock.systemUTC())));
    }

    @Test
    void renewsAServersCertificateBeforeItEnds() throws Exception {
        X509Certificate first = server(authority(Clock.systemUTC()));
        LocalAuthority later = authority(Clock.offset(Clock.systemUTC(), Duration.ofDays(370)));

        assertNotEquals(first, server(later));
        server(later).verify(later.certificate().getPublicKey());
    }

    @Test
    void givesTheServersCertificateTheLoopbackNames() throws Exception {
        Set<Object> names = server(authority(Clock.systemUTC())).getSubjectAlternativeNames().stream()
                .map(name -> (Object) name.get(1)).collect(Collectors.toSet());

        assertEquals(Set.of("localhost", "127.0.0.1", "0:0:0:0:0:0:0:1"), names);
    }

    @Test
    void keepsItsKeysUnreadableForOthers() throws Exception {
        authority(Clock.systemUTC());

        assertEquals("rw-------", PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("tls/eyeline-local-ca.p12"))));
    }

    @Test
    void vouchesForLocalhostToAClientThatTrustsIt() throws Exception {
        LocalAuthority authority = authority(Clock.systemUTC());
        int port = Ports.free().shop();
        SampleShop shop = SampleShop.start(port, "https://localhost:8443", authority.serverKeys("shop").load(), PASSWORD);
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create("https://localhost:" + port + "/")).build();
            HttpClient trusting = HttpClient.newBuilder().sslContext(Readiness.trusting(authority.certificate())).build();

            HttpResponse<String> page = trusting.send(request, HttpResponse.BodyHandlers.ofString());

            assertEquals(200, page.statusCode());
            assertTrue(page.body().contains("<script src=\"https://localhost:8443/tag.js\" data-account=\"10000001\" async></script>"));
            assertThrows(SSLHandshakeException.class,
                    () -> HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding()));
        } finally {
            shop.close();
        }
    }

    private LocalAuthority authority(Clock clock) throws Exception {
        return LocalAuthority.in(folder.resolve("tls"), PASSWORD, clock);
    }

    private static X509Certificate server(LocalAuthority authority) throws Exception {
        return authority.serverKeys("server").read().orElseThrow().certificate();
    }
}
