package eyeline.core.relay;

import java.util.List;
import java.util.Optional;

/** How one participant's browser connects: what {@code RTCPeerConnection} is told, and how much it may send. */
public record MediaConnection(boolean relayOnly, List<Server> iceServers, int bitrateKbps, int voiceBitrateKbps) {

    /** An entry of {@code iceServers} (W3C webrtc-pc, RTCIceServer). */
    public record Server(String urls, Optional<String> username, Optional<String> credential) {
        /** Never shows the credential. */
        @Override
        public String toString() {
            return urls;
        }
    }
}
