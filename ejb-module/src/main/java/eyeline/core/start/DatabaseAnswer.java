package eyeline.core.start;

/** What asking the database came to. {@code sentence}: for operators, empty where all is well. */
public record DatabaseAnswer(State state, String sentence) {

    /** In the order of getting better. */
    public enum State {
        /** It does not answer. */
        AWAY,
        /** It answers, and cannot be used as it is. */
        UNFIT,
        FITS
    }

    static DatabaseAnswer unfit(String sentence) {
        return new DatabaseAnswer(State.UNFIT, sentence);
    }

    static final DatabaseAnswer FITTING = new DatabaseAnswer(State.FITS, "");
}
