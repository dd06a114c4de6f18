package eyeline.web.socket;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The one writer of a socket: a bounded queue with one message under way at a time. When it is full the socket is closed, so
 * a slow reader costs no more than the bound and never slows another.
 */
public final class Outbox {

    private static final Runnable NOBODY = () -> { };

    /** {@code left} is run when it has left. */
    private record Waiting(String text, int bytes, boolean answer, Runnable left) {
    }

    private final Transport transport;
    private final Clock clock;
    private final Queue<Waiting> queue = new ArrayDeque<>();
    /** Sends are not nested: whoever finds this above zero leaves the work to who is at it. */
    private final AtomicInteger work = new AtomicInteger();
    private int noticeBytes;
    private int notices;
    private int answerBytes;
    private Optional<Instant> sendingSince = Optional.empty();
    private Runnable left = NOBODY;
    private Optional<Ending> afterwards = Optional.empty();
    private boolean closed;

    public Outbox(Transport transport, Clock clock) {
        this.transport = transport;
        this.clock = clock;
    }

    /** What the client asked for. */
    public void answer(String text) {
        answer(text, NOBODY);
    }

    /** What the client asked for; {@code left} is run when it has left, perhaps before this returns, and not if it could not. */
    public void answer(String text, Runnable left) {
        add(new Waiting(text, Utf8.length(text), true, left));
    }

    /** What the client is told unasked. */
    public void tell(String text) {
        add(new Waiting(text, Utf8.length(text), false, NOBODY));
    }

    private void add(Waiting message) {
        if (!accepted(message)) {
            close(Ending.SLOW_READER);
            return;
        }
        send();
    }

    private synchronized boolean accepted(Waiting message) {
        if (closed) {
            return true;
        }
        count(message, 1);
        queue.add(message);
        return notices <= SocketLimits.OUTBOX_MESSAGES && noticeBytes <= SocketLimits.OUTBOX_BYTES
                && answerBytes <= SocketLimits.ANSWERS_BYTES;
    }

    private void count(Waiting message, int sign) {
        if (message.answer()) {
            answerBytes += sign * message.bytes();
        } else {
            noticeBytes += sign * message.bytes();
            notices += sign;
        }
    }

    private void send() {
        if (work.getAndIncrement() != 0) {
            return;
        }
        int seen = 1;
        while (seen != 0) {
            for (var next = next(); next.isPresent(); next = next()) {
                transport.send(next.get().text(), this::sent);
            }
            seen = work.addAndGet(-seen);
        }
    }

    private synchronized Optional<Waiting> next() {
        if (closed || sendingSince.isPresent() || queue.isEmpty()) {
            return Optional.empty();
        }
        var next = queue.remove();
        count(next, -1);
        sendingSince = Optional.of(clock.instant());
        left = next.left();
        return Optional.of(next);
    }

    /** A message that did not leave is the end of the socket, and the container knows it already. */
    private void sent(boolean well) {
        Runnable after;
        synchronized (this) {
            sendingSince = Optional.empty();
            if (!well) {
                shut();
                return;
            }
            after = left;
            left = NOBODY;
        }
        after.run();
        send();
        closeIfEmpty();
    }

    /** Whether a message is under way for too long. */
    public synchronized boolean stuck() {
        return sendingSince.filter(since -> since.plus(SocketLimits.SEND_TIME).isBefore(clock.instant())).isPresent();
    }

    /** Asks the client for a sign of life, past whatever waits. */
    public void ping() {
        if (!isClosed()) {
            transport.ping();
        }
    }

    /** Closes the socket; what waits is dropped. Only the first ending counts. */
    public void close(Ending ending) {
        synchronized (this) {
            if (closed) {
                return;
            }
            shut();
        }
        transport.close(ending);
    }

    /** Closes the socket when all that waits has left. */
    public void closeAfterwards(Ending ending) {
        synchronized (this) {
            afterwards = Optional.of(ending);
        }
        closeIfEmpty();
    }

    private void closeIfEmpty() {
        Optional<Ending> now;
        synchronized (this) {
            now = afterwards.filter(ending -> queue.isEmpty() && sendingSince.isEmpty());
        }
        now.ifPresent(this::close);
    }

    /** The socket is gone. */
    public synchronized void shut() {
        closed = true;
        queue.clear();
    }

    public synchronized boolean isClosed() {
        return closed;
    }
}
