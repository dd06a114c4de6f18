package eyeline.core.result;

import java.util.Objects;
import java.util.Optional;

/**
 * An expected "no": a value, never an exception. {@code message} is our own sentence for a person; {@code field} the one of
 * what was asked that is to blame, if it is one.
 */
public record Refusal(RefusalReason reason, String message, Optional<String> field) {
    public Refusal {
        Objects.requireNonNull(reason);
        Objects.requireNonNull(message);
        Objects.requireNonNull(field);
    }

    public Refusal(RefusalReason reason, String message) {
        this(reason, message, Optional.empty());
    }

    /** The same, with the field that is to blame. */
    public Refusal at(String name) {
        return new Refusal(reason, message, Optional.of(name));
    }
}
