package eyeline.whole.wire;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * One socket to Eyeline as a client has it: sends requests, and keeps everything it heard in the order it came, so that a test
 * can wait for a fact and look back at what was said before it.
 */
public final class Wire implements AutoCloseable {
    /** Longer than anything may take on a busy machine; a test that waits so long has failed. */
    public static final Duration PATIENCE = Duration.ofSeconds(15);

    /** How the server closed the socket. 1006: without a word. */
    public record Closed(int code, String reason) {
    }

    private final WebSocket socket;
    private final List<JsonObject> heard = new ArrayList<>();
    private final CompletableFuture<Closed> closed = new CompletableFuture<>();
    private final AtomicInteger lastId = new AtomicInteger();
    private final AtomicInteger pongs = new AtomicInteger();
    private final boolean reading;
    private volatile boolean silent;
    private CompletableFuture<WebSocket> sent = CompletableFuture.completedFuture(null);

    private Wire(WebSocket.Builder builder, URI uri, boolean reading) {
        this.reading = reading;
        socket = builder.buildAsync(uri, new Listener()).join();
    }

    /** Opens a socket, or throws what the handshake ended with as the cause of a CompletionException. */
    public static Wire open(HttpClient client, URI uri, Map<String, String> headers) {
        return open(client, uri, headers, true);
    }

    /** Opens a socket whose client never reads a byte. */
    public static Wire openDeaf(HttpClient client, URI uri, Map<String, String> headers) {
        return open(client, uri, headers, false);
    }

    private static Wire open(HttpClient client, URI uri, Map<String, String> headers, boolean reading) {
        var builder = client.newWebSocketBuilder().connectTimeout(PATIENCE);
        headers.forEach(builder::header);
        return new Wire(builder, uri, reading);
    }

    /** Sends a request and waits for its answer, whatever it is. */
    public JsonObject ask(String type, JsonObject body) {
        return answer(send(type, body));
    }

    /** Sends a request with envelope members of its own, such as {@code headers} or {@code metadata}. */
    public JsonObject ask(String type, JsonObject body, Map<String, JsonValue> envelope) {
        return answer(send(type, body, envelope));
    }

    /** Sends a request, waits for its answer, and fails unless it is a 200. */
    public JsonObject expect(String type, JsonObject body) {
        var answer = ask(type, body);
        if (answer.getInt("code") != 200) {
            throw new AssertionError(type + " was refused: " + answer);
        }
        return answer.get("body") instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT;
    }

    /** Sends a request without waiting; the result is its id. */
    public String send(String type, JsonObject body) {
        return send(type, body, Map.of());
    }

    private String send(String type, JsonObject body, Map<String, JsonValue> envelope) {
        var id = String.valueOf(lastId.incrementAndGet());
        var frame = Json.createObjectBuilder().add("kind", "req").add("id", id).add("type", type);
        envelope.forEach(frame::add);
        if (body != null) {
            frame.add("body", body);
        }
        text(frame.build().toString());
        return id;
    }

    /** Sends a text as it is. */
    public void text(String text) {
        part(text, true);
    }

    /** Sends a part of a text message. */
    public synchronized void part(CharSequence text, boolean last) {
        sent = sent.thenCompose(done -> socket.sendText(text, last));
    }

    public synchronized void ping() {
        sent = sent.thenCompose(done -> socket.sendPing(ByteBuffer.allocate(0)));
    }

    /** Gives no sign of life from here on, and does not say so: a broken network. */
    public void fallsSilent() {
        silent = true;
    }

    /** A deaf client hears again. */
    public void startsReading() {
        socket.request(1);
    }

    public int pongs() {
        return pongs.get();
    }

    /** The answer to the request with this id. */
    public JsonObject answer(String id) {
        return await("the answer to request " + id,
                f -> "resp".equals(f.getString("kind", "")) && id.equals(f.getString("reqId", "")));
    }

    /** The first notification of a type, among all that was heard, whose body is like that. */
    public JsonObject notification(String type, Predicate<JsonObject> like) {
        return notification(0, type, like);
    }

    /** The same, from the {@code since}th message on. */
    public JsonObject notification(int since, String type, Predicate<JsonObject> like) {
        return await(since, type, f -> isNotification(f, type) && like.test(f.getJsonObject("body"))).getJsonObject("body");
    }

    /** The first notification of a type that is like that, however long it takes within this patience. */
    public JsonObject notification(Duration patience, String type, Predicate<JsonObject> like) {
        return await(0, patience, type, f -> isNotification(f, type) && like.test(f.getJsonObject("body"))).getJsonObject("body");
    }

    /** The first message, among all that was heard, that is like that. */
    public JsonObject await(String what, Predicate<JsonObject> like) {
        return await(0, what, like);
    }

    /** The first message from the {@code since}th on that is like that. */
    public JsonObject await(int since, String what, Predicate<JsonObject> like) {
        return await(since, PATIENCE, what, like);
    }

    private JsonObject await(int since, Duration patience, String what, Predicate<JsonObject> like) {
        var deadline = System.nanoTime() + patience.toNanos();
        synchronized (heard) {
            var next = since;
            while (true) {
                for (; next < heard.size(); next++) {
                    if (like.test(heard.get(next))) {
                        return heard.get(next);
                    }
                }
                waitUntil(deadline, what);
            }
        }
    }

    private void waitUntil(long deadline, String what) {
        var left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        if (left <= 0 || closed.isDone()) {
            throw new AssertionError("never heard: " + what + (closed.isDone() ? "; closed " + closed.join() : "")
                    + "; heard " + lastFew());
        }
        try {
            heard.wait(left);
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted while waiting for " + what, e);
        }
    }

    private String lastFew() {
        var from = Math.max(0, heard.size() - 12);
        return heard.size() + " messages, at last " + heard.subList(from, heard.size()).stream()
                .map(f -> f.toString().length() > 700 ? f.toString().substring(0, 700) + "…" : f.toString()).toList();
    }

    /** A place in what was heard, to look on from. */
    public int mark() {
        synchronized (heard) {
            return heard.size();
        }
    }

    /** Everything that was heard so far. */
    public List<JsonObject> heard() {
        synchronized (heard) {
            return List.copyOf(heard);
        }
    }

    /** The bodies of the notifications of a type that were heard so far. */
    public List<JsonObject> notifications(String type) {
        return heard().stream().filter(f -> isNotification(f, type)).map(f -> f.getJsonObject("body")).toList();
    }

    /**
     * Everything that the server had to say until now: it answers in order, so what was on its way before the clock's answer
     * has been heard.
     */
    public List<JsonObject> heardUntilNow() {
        ask("GetClock", null);
        return heard();
    }

    /** Waits until the server has closed the socket. */
    public Closed closed() {
        return closed(PATIENCE);
    }

    public Closed closed(Duration patience) {
        try {
            return closed.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("the socket was not closed; heard " + lastFew(), e);
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    /** Whether the server closes the socket until then. */
    public boolean closesUntil(Instant then) {
        try {
            closed.get(Math.max(0, Duration.between(Instant.now(), then).toMillis()), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException stillOpen) {
            return false;
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    public boolean isClosed() {
        return closed.isDone();
    }

    /** Says good-bye and does not wait for an answer. */
    @Override
    public synchronized void close() {
        try {
            if (!closed.isDone()) {
                sent.thenCompose(done -> socket.sendClose(WebSocket.NORMAL_CLOSURE, "")).orTimeout(2, TimeUnit.SECONDS).join();
            }
        } catch (CompletionException ignored) {
            // the server was faster
        }
    }

    /** The page is left: the browser says so by itself (RFC 6455, 7.4.1). */
    public synchronized void leaves() {
        sent.thenCompose(done -> socket.sendClose(1001, "")).orTimeout(2, TimeUnit.SECONDS).join();
    }

    /** Vanishes without a word, like a phone in a tunnel. */
    public void abort() {
        socket.abort();
        closed.complete(new Closed(1006, "aborted"));
    }

    private static boolean isNotification(JsonObject frame, String type) {
        return "notification".equals(frame.getString("kind", "")) && type.equals(frame.getString("type", ""));
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder parts = new StringBuilder();

        @Override
        public void onOpen(WebSocket opened) {
            if (reading) {
                opened.request(1);
            }
        }

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            parts.append(data);
            if (last) {
                try (var reader = Json.createReader(new StringReader(parts.toString()))) {
                    hear(reader.readObject());
                }
                parts.setLength(0);
            }
            more(from);
            return null;
        }

        @Override
        public CompletionStage<?> onPong(WebSocket from, ByteBuffer message) {
            pongs.incrementAndGet();
            more(from);
            return null;
        }

        @Override
        public CompletionStage<?> onPing(WebSocket from, ByteBuffer message) {
            more(from);
            return null;
        }

        private void more(WebSocket from) {
            if (!silent) {
                from.request(1);
            }
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            over(new Closed(code, reason));
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            over(new Closed(1006, error.toString()));
        }

        private void hear(JsonObject frame) {
            synchronized (heard) {
                heard.add(frame);
                heard.notifyAll();
            }
        }

        private void over(Closed how) {
            closed.complete(how);
            synchronized (heard) {
                heard.notifyAll();
            }
        }
    }
}
