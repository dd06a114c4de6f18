package eyeline.core.account;

import java.time.Duration;
import java.util.Set;

/** One brand with its call settings, as they are now. {@code origins} are exact, for example {@code https://www.example.org}. */
public record Account(
        AccountId id,
        String name,
        boolean anonymousSignUp,
        boolean voice,
        boolean video,
        boolean agentCameraOff,
        boolean consumerCameraOff,
        Duration invitationLife,
        int callsPerAgent,
        Set<String> origins) {
}
