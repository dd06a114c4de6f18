package eyeline.whole.felt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eyeline.whole.OnTheProduct;
import eyeline.whole.Product;
import eyeline.whole.wire.Administrator;
import eyeline.whole.wire.AgentDesk;
import eyeline.whole.wire.Body;
import eyeline.whole.wire.Brand;
import eyeline.whole.wire.Consumer;
import eyeline.whole.wire.Scene;
import eyeline.whole.wire.Tab;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an administrator or an operator takes away is gone from open workspaces and windows within a second (issue 3, 7). */
@OnTheProduct
class ChangesAreFeltTest {
    private static final Duration A_SECOND = Duration.ofSeconds(1);

    private final Product product;
    private final Brand brand;
    private final String userId;
    private final Consumer consumer;
    private final Tab tab;
    private final AgentDesk agent;
    private final String conversation;

    ChangesAreFeltTest(Product product) {
        this.product = product;
        brand = new Brand(product);
        userId = brand.user("agent", "AGENT");
        consumer = Consumer.signsUp(product.api(), brand.account());
        tab = consumer.opensTab();
        conversation = tab.begins();
        agent = brand.desk("agent");
        agent.takes(conversation);
        rights(0, r -> r.allowedVideo() && r.allowedVoice());
    }

    @AfterEach
    void close() {
        consumer.close();
        agent.close();
    }

    private record Rights(JsonObject body) {
        boolean allowedVoice() {
            return body.getJsonObject("voice").getBoolean("allowed");
        }

        boolean allowedVideo() {
            return body.getJsonObject("video").getBoolean("allowed");
        }

        String videosReason() {
            return body.getJsonObject("video").getString("reason");
        }
    }

    private Rights rights(int since, java.util.function.Predicate<Rights> like) {
        return new Rights(agent.wire().notification(since, "call.RightsNotification", b -> like.test(new Rights(b))));
    }

    /** Does the change, then waits for what follows; from the answer to the change until then it takes less than a second. */
    private static <T> T within(Supplier<Administrator.Answer> change, Supplier<T> felt) {
        Brand.made(change.get());
        var changed = Instant.now();
        var value = felt.get();
        var took = Duration.between(changed, Instant.now());
        assertTrue(took.compareTo(A_SECOND) < 0, "it took " + took);
        return value;
    }

    private String profilePath() {
        return brand.configuration("le-users/profiles/") + brand.profile("AGENT");
    }

    @Test
    void aPermissionThatIsTakenFromAProfileTurnsTheButtonOff() {
        var since = agent.wire().mark();
        var path = profilePath();
        var now = within(() -> brand.admin().change(path, Body.of("permissions", List.of("INITIATE_VOICE_CONVERSATION"))),
                () -> rights(since, r -> !r.allowedVideo()));
        assertTrue(now.allowedVoice());
        assertEquals("NOT_PERMITTED", now.videosReason());
        var later = agent.wire().mark();
        within(() -> brand.admin().change(path, Body.of("permissions",
                List.of("INITIATE_VOICE_CONVERSATION", "INITIATE_LIVE_VIDEO_CONVERSATION"))), () -> rights(later, Rights::allowedVideo));
    }

    @Test
    void aSwitchOfTheAccountAndOneOfTheOperatorTurnTheButtonOff() {
        var first = agent.wire().mark();
        within(() -> brand.admin().change(brand.configuration("calls"), Body.of("video", false)),
                () -> rights(first, r -> r.allowedVoice() && "SWITCHED_OFF".equals(r.videosReason())));
        var second = agent.wire().mark();
        within(() -> brand.operator().change(brand.operators(), Body.of("voiceAllowed", false)),
                () -> rights(second, r -> !r.allowedVoice()));
    }

    @Test
    void aRingingInvitationWithoutARightIsTakenBackOnBothSides() {
        var call = agent.rings(conversation, Scene.VIDEO);
        tab.call(call, "INVITED");
        within(() -> brand.admin().change(brand.configuration("calls"), Body.of("video", false)), () -> tab.call(call, "ENDED"));
        assertEquals("PERMISSION_REVOKED", agent.call(call, "ENDED").getString("cause"));
    }

    @Test
    void aRingingInvitationWhoseRightStillStandsGoesOnRinging() {
        var call = agent.rings(conversation, Scene.VOICE);
        var since = agent.wire().mark();
        within(() -> brand.admin().change(brand.configuration("calls"), Body.of("video", false)),
                () -> rights(since, r -> "SWITCHED_OFF".equals(r.videosReason())));
        Scene.ok(tab.accepts(call, Scene.VOICE));
    }

    @Test
    void anAcceptedCallGoesOn() {
        var call = agent.rings(conversation, Scene.VIDEO);
        tab.call(call, "INVITED");
        Scene.ok(tab.accepts(call, Scene.VIDEO));
        var since = agent.wire().mark();
        within(() -> brand.admin().change(brand.configuration("calls"), Body.of("video", false)),
                () -> rights(since, r -> "SWITCHED_OFF".equals(r.videosReason())));
        Scene.ok(agent.joins(call));
        Scene.ok(tab.joins(call));
        agent.call(call, "ACTIVE");
    }

    @Test
    void theSocketOfADisabledUserClosesAndTheLogInIsOver() {
        var call = agent.rings(conversation, Scene.VIDEO);
        tab.call(call, "INVITED");
        var end = within(() -> brand.admin().change(brand.configuration("le-users/users/") + userId, Body.of("isEnabled", false)),
                () -> agent.wire().closed());
        assertEquals(4401, end.code());
        assertEquals("LOGIN_ENDED", tab.call(call, "ENDED").getString("cause"));
        assertFalse(tab.wire().isClosed());
        assertEquals(401, again().statusCode());
    }

    @Test
    void theSocketOfADeletedUserCloses() {
        var path = brand.configuration("le-users/users/") + userId;
        var tag = brand.admin().get(path).etag().orElseThrow();
        assertEquals(4401, within(() -> brand.admin().delete(path, tag), () -> agent.wire().closed()).code());
    }

    @Test
    void whoIsNoAgentAnyMoreLeavesTheWorkspace() {
        assertEquals(4401, within(() -> brand.admin().change(brand.configuration("le-users/users/") + userId,
                Body.of("profileIds", List.of(brand.profile("ADMINISTRATOR")))), () -> agent.wire().closed()).code());
    }

    @Test
    void aClosedAccountSendsEverybodyAwayAgentsAndConsumers() {
        var call = agent.rings(conversation, Scene.VOICE);
        tab.call(call, "INVITED");
        assertEquals(4401, within(() -> brand.operator().change(brand.operators(), Body.of("isEnabled", false)),
                () -> agent.wire().closed()).code());
        assertEquals(4401, tab.wire().closed().code());
        assertEquals("ACCOUNT_CLOSED", product.owner().one("select cause from call_event where call_id = ?::uuid and type = 'ENDED'", call));
        assertEquals(401, again().statusCode());
    }

    private java.net.http.HttpResponse<String> again() {
        return product.api().post("/api/account/" + brand.account() + "/login", Body.of("username", "agent", "password", AgentDesk.PASSWORD));
    }
}
