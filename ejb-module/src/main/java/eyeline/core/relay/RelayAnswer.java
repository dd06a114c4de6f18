package eyeline.core.relay;

import java.util.OptionalLong;

/**
 * What a server answered to our test over one transport. {@code milliseconds}: how long the answer took, only where it was one of
 * STUN; of anything else that may listen there nothing is told.
 */
public record RelayAnswer(Transport transport, int port, Outcome outcome, OptionalLong milliseconds) {

    /** How a browser may reach the server. */
    public enum Transport {
        UDP, TCP, TLS
    }

    /** A closed list; the words of docs/rest.md. */
    public enum Outcome {
        /** It made an allocation (or, for STUN alone, said our address). */
        OK,
        /** It does not know the credential, or not any more. */
        UNAUTHORIZED,
        /** It let us in and refuses all the same: a quota, no more ports, not allowed. */
        REFUSED,
        /** Its certificate is not one that a browser would take: another name, an unknown authority, expired. */
        UNTRUSTED,
        /** No answer of a STUN or TURN server in time: name, port, firewall. */
        UNREACHABLE
    }
}
