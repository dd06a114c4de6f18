package eyeline.core.call;

/** What both sides are told when a call could not work (I6): stable ids. */
public enum ErrorId {
    BROWSER_NOT_SUPPORTED, NO_CAMERA_ACCESS, NO_MICROPHONE_ACCESS, FORBIDDEN_BY_PAGE, WITHHELD_BY_SYSTEM, DEVICES_UNANSWERED, DEVICE_BUSY, UNABLE_TO_CONNECT, AGENT_DISCONNECTED,
    CONSUMER_DISCONNECTED
}
