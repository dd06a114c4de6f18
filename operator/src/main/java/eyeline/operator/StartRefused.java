package eyeline.operator;

/** The server cannot start for a reason that its reader can do something about: the message is a sentence for that person. */
public final class StartRefused extends Exception {
    private static final long serialVersionUID = 1;

    public StartRefused(String sentence) {
        super(sentence);
    }

    public StartRefused(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
