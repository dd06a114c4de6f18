package eyeline.core.relay;

import eyeline.core.relay.RelayAnswer.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Where the test of a server goes: what an address (RFC 7064, 7065, its form checked before) means, one target a transport. */
record RelayTarget(Transport transport, String host, int port, boolean turn) {
    private static final Pattern URL = Pattern.compile("(stun|turn)(s?):(\\[[^]]+]|[^:?]+)(?::([0-9]{1,5}))?(?:\\?transport=(udp|tcp))?");
    private static final int PLAIN = 3478;
    private static final int SECURE = 5349;

    /**
     * The transport that the address names; all three where it names none. What an address of the other scheme would say is then
     * looked for at the standard port if this one is standard, else at the same port.
     */
    static List<RelayTarget> of(String url) {
        var parts = URL.matcher(url);
        if (!parts.matches()) {
            throw new IllegalArgumentException("no address of a STUN or TURN server");
        }
        var turn = parts.group(1).equals("turn");
        var secure = !parts.group(2).isEmpty();
        var host = parts.group(3).replaceAll("[\\[\\]]", "");
        int standard = secure ? SECURE : PLAIN;
        int port = parts.group(4) == null ? standard : Integer.parseInt(parts.group(4));
        int other = port == standard ? secure ? PLAIN : SECURE : port;
        var named = parts.group(5);
        var targets = new ArrayList<RelayTarget>();
        if (!secure && !"tcp".equals(named) || secure && turn && named == null) {
            targets.add(new RelayTarget(Transport.UDP, host, secure ? other : port, turn));
        }
        if (!secure && !"udp".equals(named) && turn || secure && turn && named == null) {
            targets.add(new RelayTarget(Transport.TCP, host, secure ? other : port, turn));
        }
        if (secure || turn && named == null) {
            targets.add(new RelayTarget(Transport.TLS, host, secure ? port : other, turn));
        }
        return targets;
    }
}
