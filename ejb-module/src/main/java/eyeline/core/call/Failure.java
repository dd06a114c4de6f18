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
    RELAY_REFUSED(Cause.RELAY_REFUSED, ErrorId.UNABLE_TO_CONNECT),
    RELAY_UNREACHABLE(Cause.RELAY_UNREACHABLE, ErrorId.UNABLE_TO_CONNECT),
    MEDIA_FAILED(Cause.MEDIA_FAILED, ErrorId.UNABLE_TO_CONNECT),
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
