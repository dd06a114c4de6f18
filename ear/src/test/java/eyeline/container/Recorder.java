package eyeline.container;

import eyeline.core.call.CallId;
import eyeline.core.call.CallPhase;
import eyeline.core.delivery.Addressee;
import eyeline.core.delivery.Notice;
import eyeline.core.delivery.Outbound;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/** In the place of the web: notes what each person is told, in order. */
final class Recorder implements Outbound {

    /** One step of a call, as somebody was told of it. */
    record Step(int seq, CallPhase phase, String cause) {
    }

    private record Told(String person, CallId call) {
    }

    private final Map<Told, List<Step>> steps = new ConcurrentHashMap<>();

    @Override
    public void deliver(Addressee to, Notice notice) {
        if (to instanceof Addressee.Everywhere person && notice instanceof Notice.CallChanged changed) {
            var call = changed.call();
            var step = new Step(call.seq(), call.phase(), call.ending().map(e -> e.cause().name()).orElse(""));
            var told = steps.computeIfAbsent(new Told(person.id(), call.id()), key -> new ArrayList<>());
            synchronized (this) {
                told.add(step);
                notifyAll();
            }
        }
    }

    /** What this person was told of this call so far. */
    synchronized List<Step> told(String person, CallId call) {
        return List.copyOf(steps.getOrDefault(new Told(person, call), List.of()));
    }

    /** Waits until something that was told makes this true. */
    synchronized void await(BooleanSupplier fact) throws InterruptedException {
        var deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!fact.getAsBoolean()) {
            var left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new AssertionError("was never told");
            }
            wait(left);
        }
    }
}
