package eyeline.whole.deployed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eyeline.whole.deployed.foreign.ForeignBean;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The other application of a WildFly, seen from outside on the ports that the WildFly had before Eyeline came. */
public final class Foreign {
    private static final String REMOTING = """
            GET / HTTP/1.1\r
            Host: localhost\r
            Connection: Upgrade\r
            Upgrade: jboss-remoting\r
            Sec-JbossRemoting-Key: AAAAAAAAAAAAAAAAAAAAAA==\r
            \r
            """;
    private final int port;

    Foreign(int port) {
        this.port = port;
    }

    static void layInto(Path deployments) throws IOException {
        ShrinkWrap.create(WebArchive.class, "foreign.war").addPackage(ForeignBean.class.getPackage()).as(ZipExporter.class)
                .exportTo(deployments.resolve("foreign.war").toFile(), true);
        Files.writeString(deployments.resolve("foreign.war.dodeploy"), "");
    }

    /** Its own page, WildFly's welcome page, and the way to remote beans. */
    public void answers() throws Exception {
        assertEquals("the other application", get("/foreign/hello").body());
        assertTrue(get("/").body().contains("WildFly"), "the welcome page");
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(REMOTING.getBytes(StandardCharsets.US_ASCII));
            assertEquals("HTTP/1.1 101", new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII));
        }
    }

    /** Fails in a bean: the container has to log that, whatever it does not log for Eyeline. */
    public void breaks() throws Exception {
        assertEquals(500, get("/foreign/broken").statusCode());
    }

    HttpResponse<String> get(String path) throws Exception {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
