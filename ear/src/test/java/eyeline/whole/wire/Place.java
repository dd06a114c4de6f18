package eyeline.whole.wire;

import eyeline.whole.Product;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A client at an address of its own, because some limits are those of an address. It keeps no cookies. */
public final class Place {
    private static final AtomicInteger NEXT = new AtomicInteger(1);

    /** An answer: its status, its header lines, its body. */
    public record Answer(int status, List<String> headers, String body) {

        public Optional<String> header(String name) {
            return headers.stream().filter(line -> line.toLowerCase().startsWith(name.toLowerCase() + ":"))
                    .map(line -> line.substring(name.length() + 1).strip()).findFirst();
        }

        /** The whole line of the cookie that is set. */
        public Optional<String> cookie(String name) {
            return headers.stream().filter(line -> line.toLowerCase().startsWith("set-cookie:"))
                    .map(line -> line.substring("set-cookie:".length()).strip()).filter(line -> line.startsWith(name + "=")).findFirst();
        }

        public JsonObject json() {
            return Body.parse(body);
        }
    }

    private final Product product;
    private final String address;

    private Place(Product product, String address) {
        this.product = product;
        this.address = address;
    }

    /** Where nobody has been before. */
    public static Place fresh(Product product) {
        int next = NEXT.getAndIncrement();
        return new Place(product, "127.1." + next / 250 + "." + (next % 250 + 1));
    }

    public Answer post(String path, JsonObject body, String... headers) {
        var content = body.toString().getBytes(StandardCharsets.UTF_8);
        var head = new StringBuilder("POST " + path + " HTTP/1.1\r\nHost: localhost:" + product.httpsPort()
                + "\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: " + content.length + "\r\n");
        for (var header : headers) {
            head.append(header).append("\r\n");
        }
        try (var socket = product.trust().getSocketFactory().createSocket(InetAddress.getByName("127.0.0.1"), product.httpsPort(),
                InetAddress.getByName(address), 0)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(content);
            return answer(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answer answer(String text) {
        var parts = text.split("\r\n\r\n", 2);
        var lines = List.of(parts[0].split("\r\n"));
        return new Answer(Integer.parseInt(lines.get(0).split(" ")[1]), lines.subList(1, lines.size()), parts[1]);
    }
}
