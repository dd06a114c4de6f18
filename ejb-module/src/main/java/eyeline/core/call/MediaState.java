package eyeline.core.call;

import java.util.Optional;

/**
 * What one side sends, as it tells the other: a microphone or camera that the person has on and the system has muted is off here.
 *
 * @param camera a picture is sent at all
 * @param screen it is the screen
 * @param weakNetwork the picture is paused so that the voice stays clear
 * @param systemMutedMicrophone it is the system, a key or a phone call that keeps the voice back, not the person
 * @param systemMutedCamera the same of the picture
 * @param waitingFor what keeps this side from sending at all
 */
public record MediaState(boolean microphone, boolean camera, boolean screen, boolean weakNetwork, boolean systemMutedMicrophone,
        boolean systemMutedCamera, Optional<Waiting> waitingFor) {

    /** What a side waits for before its devices are open. */
    public enum Waiting {
        /** Its person reads what the browser will ask. */
        PERSON,
        /** The browser asks its person. */
        DEVICES,
        /** The browser was asked for devices, and has given no answer for a while. */
        UNANSWERED_DEVICES
    }
}
