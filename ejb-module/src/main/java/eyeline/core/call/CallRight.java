package eyeline.core.call;

import eyeline.core.result.Refusal;
import java.util.Optional;

/** Whether an invitation would be accepted by the server now, and if not, why not. */
public record CallRight(Optional<Refusal> refusal) {

    public static final CallRight ALLOWED = new CallRight(Optional.empty());

    public boolean allowed() {
        return refusal.isEmpty();
    }
}
