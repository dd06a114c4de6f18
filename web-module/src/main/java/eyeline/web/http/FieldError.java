package eyeline.web.http;

/** What is wrong with one member of a body; {@code field} is its path, for example {@code iceServers[0].url}. */
public record FieldError(String field, String detail) {
}
