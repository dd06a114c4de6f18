package eyeline.web.socket;

/** Why the server closes a socket: code and reason text (protocol.md, 2.5). Clients look for some of these words. */
public enum Ending {
    BINARY(1003, "Text only"),
    UNREADABLE(1007, "Not a message of this protocol"),
    RATE(1008, "Too many requests"),
    MESSAGE_TOO_LARGE(1009, "Message too large"),
    FAULT(1011, "Our fault"),
    SLOW_READER(1013, "Too slow, come again"),
    IDLE(1001, "Connection timed out"),
    SILENT(1001, "No sign of life"),
    INVALID_TOKEN(4401, "Identity token is invalid"),
    EXPIRED_TOKEN(4407, "Identity token has run out");

    private final int code;
    private final String reason;

    Ending(int code, String reason) {
        this.code = code;
        this.reason = reason;
    }

    public int code() {
        return code;
    }

    public String reason() {
        return reason;
    }
}
