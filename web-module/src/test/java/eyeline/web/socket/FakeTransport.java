package eyeline.web.socket;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Consumer;

/** A socket whose reader can be slow, fast, or gone. */
final class FakeTransport implements Transport {

    final List<String> sent = new ArrayList<>();
    private final Queue<Consumer<Boolean>> underWay = new ArrayDeque<>();
    Optional<Ending> closed = Optional.empty();
    int pings;
    boolean slow;

    @Override
    public void send(String text, Consumer<Boolean> done) {
        sent.add(text);
        if (slow) {
            underWay.add(done);
        } else {
            done.accept(true);
        }
    }

    /** The oldest message has left, or could not. */
    void leave(boolean well) {
        underWay.remove().accept(well);
    }

    int underWay() {
        return underWay.size();
    }

    @Override
    public void ping() {
        pings++;
    }

    @Override
    public void close(Ending ending) {
        closed = Optional.of(ending);
    }
}
