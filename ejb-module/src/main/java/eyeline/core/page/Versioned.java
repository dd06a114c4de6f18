package eyeline.core.page;

/** Something with the version that a change must name (ETag). */
public record Versioned<T>(T value, long version) {
}
