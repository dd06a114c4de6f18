package eyeline.whole.wire;

import eyeline.whole.Product;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;

/** A client at an address of its own: another one of the loopback network, for limits that are counted by address. */
public final class Elsewhere {
    private static final int PATIENCE_MILLIS = 20_000;
    private final Product product;
    private final String address;

    public Elsewhere(Product product, String address) {
        this.product = product;
        this.address = address;
    }

    /** An anonymous consumer's token. */
    public String signsUp(String account) throws IOException {
        return asks("POST", "/api/account/" + account + "/signup", "").getString("jwt");
    }

    /** The servers of the check before a call. */
    public JsonObject servers(String account, String token) throws IOException {
        return asks("GET", "/api/account/" + account + "/check/servers", "Authorization: Bearer " + token + "\r\n");
    }

    private JsonObject asks(String method, String path, String headers) throws IOException {
        try (var socket = product.trust().getSocketFactory().createSocket(InetAddress.getByName("127.0.0.1"), product.httpsPort(),
                InetAddress.getByName(address), 0)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write((method + " " + path + " HTTP/1.1\r\nHost: localhost:" + product.httpsPort() + "\r\n" + headers
                    + "Content-Length: 0\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!answer.startsWith("HTTP/1.1 200")) {
                throw new AssertionError(address + " " + path + ": " + answer);
            }
            return Body.parse(answer.substring(answer.indexOf('{'), answer.lastIndexOf('}') + 1));
        }
    }
}
