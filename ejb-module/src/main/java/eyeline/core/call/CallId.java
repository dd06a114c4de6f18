package eyeline.core.call;

import java.util.UUID;

/** A call's id; its dialog has the same. */
public record CallId(UUID value) {

    public static CallId of(String text) {
        return new CallId(UUID.fromString(text));
    }

    public static CallId random() {
        return new CallId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
