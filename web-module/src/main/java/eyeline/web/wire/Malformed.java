package eyeline.web.wire;

/** A field is missing, of the wrong type or too large. Thrown and caught inside the codec; carries our own words and no input. */
final class Malformed extends Exception {

    private static final long serialVersionUID = 1L;

    private final String field;

    Malformed(String field, String sentence) {
        super(sentence, null, false, false);
        this.field = field;
    }

    String field() {
        return field;
    }
}
