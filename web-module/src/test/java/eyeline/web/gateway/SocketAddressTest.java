package eyeline.web.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eyeline.web.wire.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SocketAddressTest {

    @Test
    void knowsTheTwoDoors() {
        assertEquals(Side.CONSUMER, SocketAddress.of("/ws_api/account/70012345/messaging/consumer").orElseThrow().side());
        var agent = SocketAddress.of("/ws_api/account/70012345/messaging/brand/p-JX_Q27").orElseThrow();
        assertEquals(Side.AGENT, agent.side());
        assertEquals("p-JX_Q27", agent.bearer().orElseThrow());
    }

    @Test
    void showsNoBearerInText() {
        assertFalse(SocketAddress.of("/ws_api/account/1/messaging/brand/secret").orElseThrow().toString().contains("secret"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "/ws_api/account/1/messaging/consumer/", "/ws_api/account/1/messaging/brand/", "/ws_api/account/1;x=2/messaging/consumer",
        "/ws_api/account/%31/messaging/consumer", "/ws_api/account//messaging/consumer", "/ws_api/account/1/messaging/brand/a/b",
        "/ws_api/account/123456789012345678901234567890123/messaging/consumer", "/ws_api/account/1/../2/messaging/consumer"})
    void knowsNoOther(String path) {
        assertTrue(SocketAddress.of(path).isEmpty());
    }
}
