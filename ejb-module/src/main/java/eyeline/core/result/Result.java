package eyeline.core.result;

import java.util.function.Function;

/** What an act came to: {@link Done} with its value, or {@link Refused} with the reason. */
public sealed interface Result<T> {

    record Done<T>(T value) implements Result<T> {
    }

    record Refused<T>(Refusal refusal) implements Result<T> {
    }

    static <T> Result<T> done(T value) {
        return new Done<>(value);
    }

    /** Done, with nothing to tell. */
    static Result<Void> done() {
        return new Done<>(null);
    }

    static <T> Result<T> refused(RefusalReason reason) {
        return new Refused<>(reason.refusal());
    }

    static <T> Result<T> refused(Refusal refusal) {
        return new Refused<>(refusal);
    }

    /** One of two answers, by what this is. */
    default <R> R fold(Function<T, R> done, Function<Refusal, R> refused) {
        if (this instanceof Done<T> d) {
            return done.apply(d.value());
        }
        return refused.apply(((Refused<T>) this).refusal());
    }

    default <R> Result<R> map(Function<T, R> change) {
        return fold(value -> done(change.apply(value)), Result::refused);
    }
}
