package eyeline.web.socket;

import eyeline.web.wire.Limits;
import java.util.Optional;

/** Puts the fragments of a text message together and counts them: the container sets no bound on either. */
public final class Assembly {

    private StringBuilder text = new StringBuilder();
    private int bytes;
    private int fragments;

    /** The message when {@code part} was its last; nothing while it goes on or once it {@link #overflows}. */
    public Optional<String> add(String part, boolean last) {
        bytes += Utf8.length(part);
        fragments++;
        if (overflows()) {
            text = new StringBuilder();
            return Optional.empty();
        }
        text.append(part);
        return last ? Optional.of(take()) : Optional.empty();
    }

    /** Too many bytes or too many fragments. It stays so: the socket is to be closed. */
    public boolean overflows() {
        return bytes > Limits.MESSAGE_BYTES || fragments > Limits.MESSAGE_FRAGMENTS;
    }

    /** With a new buffer: an emptied one would keep what was said, an SDP for example, in memory. */
    private String take() {
        var whole = text.toString();
        text = new StringBuilder();
        bytes = 0;
        fragments = 0;
        return whole;
    }
}
