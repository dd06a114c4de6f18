package eyeline.core.user;

/** Why somebody may not be here any more. */
public enum Departure {
    /** The person's own act. */
    LOGGED_OUT,
    /** It ran out, or was ended: another password, a user who was disabled, deleted, or has no role in the workspace any more. */
    LOGIN_ENDED,
    /** The operator closed the account. */
    ACCOUNT_CLOSED
}
