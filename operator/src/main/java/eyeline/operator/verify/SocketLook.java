package eyeline.operator.verify;

import eyeline.operator.look.Row;
import jakarta.json.Json;
import java.io.StringReader;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The consumers' socket: the handshake as a browser makes it, and the one question that nobody needs a token for. */
record SocketLook(Address address, Asking asking, String account) {
    private static final int LARGEST_ANSWER = 64 * 1024;
    private static final String QUESTION = "{\"kind\":\"req\",\"id\":\"1\",\"type\":\"GetClock\",\"body\":{}}";

    List<Row> rows() throws InterruptedException {
        Answered answered = new Answered();
        try {
            WebSocket socket = asking.client().newWebSocketBuilder().connectTimeout(Asking.PATIENCE).header("Origin", address.origin())
                    .buildAsync(address.socket(account), answered).get(Asking.PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            try {
                Instant before = Instant.now();
                socket.sendText(QUESTION, true);
                String answer = answered.first.get(Asking.PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
                return List.of(Row.green("Socket", "It opens, and answers."), clock(answer, before));
            } finally {
                socket.abort();
            }
        } catch (TimeoutException e) {
            return List.of(Row.red("Socket", "It does not answer.", "A proxy has to pass the upgrade to WebSocket, and not buffer it."));
        } catch (ExecutionException e) {
            return List.of(refused(e.getCause()));
        }
    }

    private static Row refused(Throwable cause) {
        return cause instanceof WebSocketHandshakeException handshake
                ? Row.red("Socket", "The handshake is answered " + handshake.getResponse().statusCode() + ".",
                        "403: EYELINE_PUBLIC_HOST is not this address. 404: no such account. 426 or others: a proxy does not pass the upgrade.")
                : Row.red("Socket", "It does not open, or is closed before it answers (" + cause.getClass().getSimpleName() + ").", "See the rows above.");
    }

    /** The server's clock, which credentials of the relay depend on. */
    private static Row clock(String answer, Instant before) {
        try (var reader = Json.createReader(new StringReader(answer))) {
            Instant there = Instant.ofEpochMilli(reader.readObject().getJsonObject("body").getJsonNumber("currentTime").longValue());
            Instant here = before.plus(Duration.between(before, Instant.now()).dividedBy(2));
            long millis = Math.abs(Duration.between(there, here).toMillis());
            String found = String.format(java.util.Locale.ROOT, "%.1f s between the server's and this machine's.", millis / 1000.0);
            return millis <= 2_000 ? Row.green("Clock", found) : Row.yellow("Clock", found, "Set both by NTP.");
        }
    }

    /** The first message that comes. */
    private static final class Answered implements WebSocket.Listener {
        private final CompletableFuture<String> first = new CompletableFuture<>();
        private final StringBuilder parts = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            if (parts.length() + part.length() > LARGEST_ANSWER) {
                first.completeExceptionally(new IllegalStateException("an answer without an end"));
                return null;
            }
            parts.append(part);
            if (last) {
                first.complete(parts.toString());
            }
            socket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            first.completeExceptionally(new IllegalStateException("closed with " + code));
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable failure) {
            first.completeExceptionally(failure);
        }
    }
}
