package eyeline.core.presence;

/** A socket came ({@code here}) or went. */
public record PresenceChanged(Connection connection, boolean here) {
}
