package eyeline.core.account;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * One brand with its call settings, as they are now. {@code voice} and {@code video} are the account's own switches,
 * {@code voiceAllowed} and {@code videoAllowed} the operator's above them: a call needs both. {@code bitrateKbps} is the cap of
 * all each way, {@code voiceBitrateKbps} the part of it for voice. {@code origins} are exact, for example
 * {@code https://www.example.org}; {@code language} is what the transcript is written in.
 */
public record Account(
        AccountId id,
        String name,
        boolean anonymousSignUp,
        boolean voice,
        boolean video,
        boolean voiceAllowed,
        boolean videoAllowed,
        boolean agentCameraOff,
        boolean consumerCameraOff,
        boolean relayOnly,
        List<IceServer> iceServers,
        Duration credentialLife,
        int bitrateKbps,
        int voiceBitrateKbps,
        Duration invitationLife,
        int callsPerAgent,
        boolean consumerMayAsk,
        String language,
        Set<String> origins) {
}
