package eyeline.web.socket;

/** How many bytes a text takes on the wire, without writing it. */
final class Utf8 {

    private static final int ONE_BYTE = 0x80;
    private static final int TWO_BYTES = 0x800;

    private Utf8() {
    }

    /** Each half of a surrogate pair counts as two, also when a fragment ends between them. */
    static int length(CharSequence text) {
        int bytes = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ONE_BYTE) {
                bytes += 1;
            } else {
                bytes += c < TWO_BYTES || Character.isSurrogate(c) ? 2 : 3;
            }
        }
        return bytes;
    }
}
