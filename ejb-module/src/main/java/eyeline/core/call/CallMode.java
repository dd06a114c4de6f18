package eyeline.core.call;

/** What a call is an invitation to. */
public enum CallMode {
    VOICE_CALL, VIDEO_CALL
}
