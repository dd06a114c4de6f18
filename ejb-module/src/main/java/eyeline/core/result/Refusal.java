package eyeline.core.result;

import java.util.Objects;

/** An expected "no": a value, never an exception. {@code message} is our own sentence for a person. */
public record Refusal(RefusalReason reason, String message) {
    public Refusal {
        Objects.requireNonNull(reason);
        Objects.requireNonNull(message);
    }
}
