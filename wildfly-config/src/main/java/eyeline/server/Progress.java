package eyeline.server;

import java.io.PrintStream;
import java.time.Duration;
import java.util.function.Consumer;

/** Prints one line a step, with the seconds since the start. */
final class Progress implements Consumer<String> {
    private final PrintStream out;
    private final long start = System.nanoTime();
    private boolean ended;

    Progress(PrintStream out) {
        this.out = out;
        out.println();
    }

    @Override
    public synchronized void accept(String step) {
        if (!ended) {
            out.printf("  %5.1f s  %s%n", seconds(), step);
            out.flush();
        }
    }

    /** No more lines: what comes late (a step after a refusal) is not printed. */
    synchronized void end() {
        ended = true;
    }

    double seconds() {
        return Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0;
    }
}
