package eyeline.whole.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eyeline.whole.relay.Relay;
import eyeline.whole.wire.Administrator;
import eyeline.whole.wire.AgentDesk;
import eyeline.whole.wire.Body;
import eyeline.whole.wire.Scene;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** R1, R2: calls of which all media goes through a real TURN server. */
@InBrowsers
class RelayInBrowsersTest {
    private static final String SETTINGS = "/api/account/" + Scene.ACCOUNT + "/configuration/calls";
    /** Media may be away this long when a relay dies. */
    private static final Duration BACK = Duration.ofSeconds(10);

    private Administrator admin;

    @BeforeEach
    void logIn(Screens screens) {
        admin = Administrator.logIn(screens.product().api(), Scene.ACCOUNT, "admin1", AgentDesk.PASSWORD);
    }

    @AfterEach
    void goDirectly() {
        set(false, List.of());
    }

    @Test
    void overUdp(Screens screens) throws Exception {
        callsOver(screens, Relay::udp, "udp");
    }

    @Test
    void overTcp(Screens screens) throws Exception {
        callsOver(screens, Relay::tcp, "tcp");
    }

    @Test
    void overTls(Screens screens) throws Exception {
        callsOver(screens, Relay::tls, "tls");
    }

    @Test
    void overTlsOnASecondPort(Screens screens) throws Exception {
        callsOver(screens, Relay::secondTls, "tls");
    }

    @Test
    void aWrongSecretEndsTheCallForBothAndTheLogSaysThatTheRelayRefused(Screens screens) throws Exception {
        try (var relay = Relay.on(screens.product())) {
            set(true, List.of(Relay.server(relay.udp(), "another secret")));
            cannotConnect(screens, "RELAY_REFUSED");
        }
    }

    @Test
    void anExpiredCredentialEndsTheCallForBothAndTheLogSaysThatTheRelayRefused(Screens screens) throws Exception {
        try (var relay = Relay.on(screens.product())) {
            set(true, List.of(relay.expired(relay.udp())));
            cannotConnect(screens, "RELAY_REFUSED");
        }
    }

    @Test
    void aRelayThatIsNotThereEndsTheCallForBothAndTheLogSaysSo(Screens screens) throws Exception {
        String gone;
        try (var relay = Relay.on(screens.product())) {
            gone = relay.tcp();
        }
        set(true, List.of(Relay.server(gone, "secret")));
        cannotConnect(screens, "RELAY_UNREACHABLE");
    }

    @Test
    void ofTwoRelaysOneMayBeDead(Screens screens) throws Exception {
        try (var dead = Relay.on(screens.product()); var alive = Relay.on(screens.product())) {
            dead.kill();
            set(true, List.of(dead.server(dead.udp()), alive.server(alive.udp())));
            var talk = Talk.begins(screens);
            talk.sees();
            assertEquals(alive.port(), Way.of(talk.agent().media()).port());
            assertEquals(alive.port(), Way.of(talk.consumer().media()).port());
        }
    }

    @Test
    void whenTheRelayDiesMediaComesBackThroughTheOtherOne(Screens screens) throws Exception {
        try (var one = Relay.on(screens.product()); var other = Relay.on(screens.product())) {
            set(true, List.of(one.server(one.udp()), other.server(other.udp())));
            var talk = Talk.begins(screens);
            talk.sees();
            var used = Way.of(talk.agent().media()).port() == one.port() ? one : other;
            var killed = System.nanoTime();
            used.kill();
            for (var media : List.of(talk.agent().media(), talk.consumer().media())) {
                assertNotEquals(used.port(), Way.otherThan(used.port(), media).port());
                media.flows();
            }
            var away = Duration.ofNanos(System.nanoTime() - killed);
            System.out.printf("media was back %d ms after the relay had died%n", away.toMillis());
            assertTrue(away.compareTo(BACK) < 0, "media was away for " + away);
            talk.agent().presses("Hang up");
            talk.isOver();
            assertEquals("HUNG_UP", talk.lastEnd("cause"));
        }
    }

    private void callsOver(Screens screens, Function<Relay, String> url, String protocol) throws Exception {
        try (var relay = Relay.on(screens.product())) {
            set(true, List.of(relay.server(url.apply(relay))));
            var talk = Talk.begins(screens);
            talk.sees();
            for (var media : List.of(talk.agent().media(), talk.consumer().media())) {
                var way = Way.of(media);
                assertEquals("relay", way.candidateType());
                assertEquals(protocol, way.relayProtocol());
                assertEquals(url.apply(relay), way.url());
            }
            assertThat(talk.agent().page().locator("eye-call-quality")).isVisible();
            assertThat(talk.consumer().window().locator("eye-call-quality")).isVisible();
            talk.agent().presses("Hang up");
            talk.isOver();
            var kept = Body.json((String) talk.lastEnd("agent_quality")).getJsonObject("route");
            assertTrue(kept.getBoolean("relayed"), kept.toString());
            assertEquals(protocol.toUpperCase(java.util.Locale.ROOT), kept.getString("protocol"));
        }
    }

    private static void cannotConnect(Screens screens, String cause) {
        var talk = Talk.begins(screens);
        talk.isInvitedTo("Video call");
        talk.consumer().presses("Accept with video");
        assertThat(talk.agent().page().getByText("The call could not connect").first()).isVisible();
        assertThat(talk.consumer().window().getByText("The call could not connect").first()).isVisible();
        assertThat(talk.agent().page().getByText("UNABLE_TO_CONNECT").first()).isVisible();
        assertThat(talk.consumer().window().getByText("UNABLE_TO_CONNECT").first()).isVisible();
        assertEquals("UNABLE_TO_CONNECT", talk.lastEnd("error_id"));
        assertEquals(cause, talk.lastEnd("cause"));
    }

    private void set(boolean relayOnly, List<JsonObject> servers) {
        var changed = admin.change(SETTINGS, Body.of("relayOnly", relayOnly, "iceServers", servers));
        assertEquals(200, changed.status(), changed.response().body());
    }
}
