package eyeline.core.time;

import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** A clock that a test moves, and an executor whose tasks come due by it, in the order of their times and by the test's own thread. */
public final class MovedTime extends Clock {
    private final PriorityQueue<Task> waiting = new PriorityQueue<>(Comparator.<Task, Instant>comparing(task -> task.due).thenComparing(task -> task.number));
    private Instant now = Instant.parse("2026-11-29T10:00:00Z");
    private int number;

    /** Something that is due at a time. */
    private final class Task extends FutureTask<Object> implements ScheduledFuture<Object> {
        private final Instant due;
        private final int number;

        Task(Runnable work, Instant due, int number) {
            super(work, null);
            this.due = due;
            this.number = number;
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(Duration.between(now, due));
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
        }
    }

    /** The executor that goes by this clock; only {@code schedule} of a {@link Runnable} is there. */
    public ManagedScheduledExecutorService executor() {
        return (ManagedScheduledExecutorService) Proxy.newProxyInstance(MovedTime.class.getClassLoader(), new Class<?>[] {ManagedScheduledExecutorService.class},
                (proxy, method, values) -> {
                    if (!method.getName().equals("schedule") || !(values[0] instanceof Runnable work)) {
                        throw new UnsupportedOperationException(method.toString());
                    }
                    return schedule(work, Duration.of((Long) values[1], ((TimeUnit) values[2]).toChronoUnit()));
                });
    }

    private ScheduledFuture<Object> schedule(Runnable work, Duration delay) {
        var task = new Task(work, now.plus(delay), number++);
        waiting.add(task);
        return task;
    }

    /** Moves the clock, and does what comes due on the way. */
    public void pass(Duration time) {
        var end = now.plus(time);
        while (!waiting.isEmpty() && !waiting.peek().due.isAfter(end)) {
            var task = waiting.remove();
            now = task.due.isAfter(now) ? task.due : now;
            task.run();
        }
        now = end;
    }

    /** The process has died: what was armed is gone, the clock goes on. */
    public void forget() {
        waiting.clear();
    }

    /** How many tasks are still to come. */
    public long armed() {
        return waiting.stream().filter(task -> !task.isCancelled()).count();
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
