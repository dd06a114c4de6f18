package eyeline.core.account;

import java.util.Optional;

/** A STUN or TURN server of an account (RFC 7064, 7065). {@code secret}: a password, or the secret shared with the server. */
public record IceServer(String url, Credential credential, Optional<String> username, Optional<String> secret) {

    /** How a browser identifies itself there: not at all, by a fixed name and password, or by a short-lived one made from a secret. */
    public enum Credential {
        NONE, FIXED, SHARED_SECRET
    }

    /** Never shows the secret. */
    @Override
    public String toString() {
        return url;
    }
}
