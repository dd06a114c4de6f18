package eyeline.core.page;

/** The last one of a page, by which the next one is found: its name in lower case, and its id. */
public record PageKey(String name, String id) {
}
