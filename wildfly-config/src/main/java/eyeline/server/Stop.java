package eyeline.server;

import java.io.PrintStream;

/** Stops the server when the launcher is asked to end (Ctrl-C, SIGTERM), whether it had finished its start or not. */
final class Stop implements Runnable {
    private final PrintStream out;
    private final Progress progress;
    private EyelineServer server;
    private boolean ending;

    Stop(PrintStream out, Progress progress) {
        this.out = out;
        this.progress = progress;
    }

    synchronized void of(EyelineServer started) {
        server = started;
    }

    synchronized void say(String sentence) {
        if (!ending) {
            out.println("\n" + sentence);
        }
    }

    @Override
    public void run() {
        EyelineServer running;
        synchronized (this) {
            ending = true;
            running = server;
        }
        progress.end();
        if (running != null) {
            out.println("\n  Stopping Eyeline ...");
            running.close();
            out.println("  Stopped. The data is kept.");
        }
    }
}
