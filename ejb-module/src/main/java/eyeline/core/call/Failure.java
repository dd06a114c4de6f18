package eyeline.core.call;

/** What a side reports when it cannot go on ({@code call.Fail}), with what it means for the log and for the people. */
public enum Failure {
    BROWSER_NOT_SUPPORTED(Cause.UNSUPPORTED_BROWSER, ErrorId.BROWSER_NOT_SUPPORTED),
    CAMERA_DENIED(Cause.DEVICE_DENIED, ErrorId.NO_CAMERA_ACCESS),
    MICROPHONE_DENIED(Cause.DEVICE_DENIED, ErrorId.NO_MICROPHONE_ACCESS),
    CAMERA_MISSING(Cause.DEVICE_MISSING, ErrorId.NO_CAMERA_ACCESS),
    MICROPHONE_MISSING(Cause.DEVICE_MISSING, ErrorId.NO_MICROPHONE_ACCESS),
    CAMERA_BUSY(Cause.DEVICE_BUSY, ErrorId.DEVICE_BUSY),
    MICROPHONE_BUSY(Cause.DEVICE_BUSY, ErrorId.DEVICE_BUSY),
    /** The page that our page is in does not pass the device on (Permissions-Policy). */
    CAMERA_FORBIDDEN(Cause.DEVICE_FORBIDDEN, ErrorId.FORBIDDEN_BY_PAGE),
    MICROPHONE_FORBIDDEN(Cause.DEVICE_FORBIDDEN, ErrorId.FORBIDDEN_BY_PAGE),
    /** The operating system does not give it to the browser. */
    CAMERA_WITHHELD(Cause.DEVICE_WITHHELD, ErrorId.WITHHELD_BY_SYSTEM),
    MICROPHONE_WITHHELD(Cause.DEVICE_WITHHELD, ErrorId.WITHHELD_BY_SYSTEM),
    /** The question for it was not answered: by the person, or by a browser that says nothing. */
    CAMERA_UNANSWERED(Cause.DEVICE_UNANSWERED, ErrorId.DEVICES_UNANSWERED),
    MICROPHONE_UNANSWERED(Cause.DEVICE_UNANSWERED, ErrorId.DEVICES_UNANSWERED),
    RELAY_REFUSED(Cause.RELAY_REFUSED, ErrorId.UNABLE_TO_CONNECT),
    RELAY_UNREACHABLE(Cause.RELAY_UNREACHABLE, ErrorId.UNABLE_TO_CONNECT),
    /** Both have described themselves, and no way was found. */
    MEDIA_FAILED(Cause.MEDIA_FAILED, ErrorId.UNABLE_TO_CONNECT),
    /** The two browsers have not come to an agreement on what to send: nothing is known of a way between them. */
    NOT_AGREED(Cause.NOT_AGREED, ErrorId.UNABLE_TO_CONNECT),
    /** It was up, broke and did not come back. */
    MEDIA_LOST(Cause.CONNECTION_LOST, ErrorId.UNABLE_TO_CONNECT);

    private final Cause cause;
    private final ErrorId errorId;

    Failure(Cause cause, ErrorId errorId) {
        this.cause = cause;
        this.errorId = errorId;
    }

    public Cause cause() {
        return cause;
    }

    public ErrorId errorId() {
        return errorId;
    }
}
