package eyeline.core.page;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Some of a list: {@code next} is where the following page begins, absent on the last; {@code total} counts all pages. */
public record Page<T>(List<T> items, Optional<PageKey> next, long total) {

    /** {@code found} may hold one more than {@code limit}: then there is a next page, which begins after {@code key} of the last. */
    public static <R, T> Page<T> of(List<R> found, int limit, long total, Function<R, PageKey> key, Function<R, T> item) {
        var more = found.size() > limit;
        var shown = more ? found.subList(0, limit) : found;
        return new Page<>(shown.stream().map(item).toList(),
                more ? Optional.of(key.apply(shown.get(shown.size() - 1))) : Optional.empty(), total);
    }
}
