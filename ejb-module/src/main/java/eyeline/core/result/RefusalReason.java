package eyeline.core.result;

/**
 * Why something was refused: a closed list with stable names (docs/protocol.md, "Refusals"). Each has the code of HTTP
 * semantics that goes over the wire and the sentence that is said when nothing more exact is known.
 */
public enum RefusalReason {
    MALFORMED(400, "The request is malformed."),
    NOT_AUTHENTICATED(401, "Log in first."),
    NOT_PERMITTED(403, "Your profile does not allow this."),
    SWITCHED_OFF(403, "This is switched off for your account."),
    NOT_ASSIGNED(403, "Only the assigned agent of the conversation can do this."),
    NOT_THE_OWNER(403, "The call is in another tab or on another device."),
    NOT_FOUND(404, "There is no such thing here."),
    CHANNEL_WITHOUT_CALLS(409, "Calls are possible in web messaging only."),
    WINDOW_WITHOUT_CALLS(409, "The consumer's window cannot take calls."),
    CONSUMER_AWAY(409, "The consumer's window is not open right now."),
    CONVERSATION_CLOSED(409, "The conversation is closed."),
    CONVERSATION_FULL(409, "This conversation is full."),
    CALL_OPEN(409, "This conversation already has a call."),
    AGENT_BUSY(409, "You are in another call."),
    WRONG_STATE(409, "The call has moved on; this step is no longer possible."),
    TAKEN(409, "Another agent was first."),
    NAME_TAKEN(409, "Another one has this name."),
    IN_USE(409, "Somebody still has this."),
    LAST_ADMINISTRATOR(409, "Without this user nobody could administer the account any more."),
    CHANGED_MEANWHILE(412, "Somebody else changed this meanwhile."),
    TOO_LARGE(413, "This is too large."),
    IF_MATCH_MISSING(428, "Say with If-Match which version you saw."),
    WRITING_TOO_FAST(429, "That was much at once; wait a moment."),
    TOO_MANY(429, "Too many requests; wait a second."),
    INTERNAL(500, "Something went wrong on our side."),
    NOT_SUPPORTED(501, "This is not offered here."),
    UNAVAILABLE(503, "The database does not answer. Nothing was changed; try again in a moment.");

    private final int code;
    private final String sentence;

    RefusalReason(int code, String sentence) {
        this.code = code;
        this.sentence = sentence;
    }

    /** The status code, HTTP semantics. */
    public int code() {
        return code;
    }

    /** One sentence for a person. */
    public String sentence() {
        return sentence;
    }

    /** A refusal for this reason with its own sentence. */
    public Refusal refusal() {
        return new Refusal(this, sentence);
    }

    /** A refusal for this reason with a more exact sentence. */
    public Refusal because(String exact) {
        return new Refusal(this, exact);
    }
}
