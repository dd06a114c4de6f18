package eyeline.server;

/** Stops the server when the launcher is asked to end (Ctrl-C, SIGTERM), whether it had finished its start or not. */
final class Stop implements Runnable {
    private final Progress progress;
    private EyelineServer server;
    private boolean ending;

    Stop(Progress progress) {
        this.progress = progress;
    }

    synchronized void of(EyelineServer started) {
        server = started;
    }

    synchronized void say(String sentence) {
        if (!ending) {
            System.err.println("\n" + sentence);
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
            System.out.println("\n  Stopping Eyeline ...");
            running.close();
            System.out.println("  Stopped. The data is kept.");
        }
    }
}
