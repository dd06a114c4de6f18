package eyeline.core.user;

import java.time.Instant;

/** A log-in that succeeded: the secrets, told once and kept only as digests, and who it is. */
public record SignedIn(String bearer, String csrf, Instant expiresAt, String loginName, Agent agent) {
}
