package eyeline.core.start;

/**
 * Ends the process where it is Eyeline's alone: the provisioned server says so by a system property. On a brand's own WildFly others
 * live too, so there nothing is ended.
 */
final class ProcessEnd {
    private static final String OURS = "eyeline.exit-on-failed-start";

    private ProcessEnd() {
    }

    static boolean isOurs() {
        return Boolean.getBoolean(OURS);
    }

    /** From a thread of its own: the server waits for whoever asks before it ends. */
    static void begin(int code) {
        new Thread(() -> System.exit(code), "eyeline-end").start();
    }
}
