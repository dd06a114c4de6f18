package eyeline.core.page;

import eyeline.store.page.NamePage;
import java.util.Optional;

/** Which page of a list by name: {@code limit} from 1 to 100, {@code part} of the name if only some are wanted. */
public record PageRequest(int limit, Optional<PageKey> after, boolean descending, Optional<String> part) {

    /** For the store, with one more, to know whether there is a next page. */
    public NamePage query() {
        return new NamePage(part, descending, after.map(key -> new NamePage.Key(key.name(), key.id())), limit + 1);
    }
}
