package eyeline.core.relay;

import eyeline.core.account.IceServer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.SSLContext;

/** Asks a STUN or TURN server as {@link RelayTest} does, one transport after the other, from wherever this runs: the operator's program has no container. */
public record RelayQuestion(SSLContext tls, Duration patience) {
    private static final Duration LIFE = Duration.ofMinutes(1);
    private static final String NAME = "test by the operator";

    /** With a credential made of what the account keeps. */
    public List<RelayAnswer> ask(IceServer server, Instant now) {
        return ask(RelayCredentials.of(server, LIFE, RelayNames.ofParticipant(NAME), now));
    }

    /** With the credential that a browser was given. */
    public List<RelayAnswer> ask(MediaConnection.Server given) {
        return RelayTarget.of(given.urls()).stream()
                .map(target -> new RelayProbe(target, given.username(), given.credential(), tls, patience).run()).toList();
    }
}
