package eyeline.whole.call;

import static eyeline.whole.wire.Scene.VIDEO;
import static eyeline.whole.wire.Scene.ok;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eyeline.whole.OnTheProduct;
import eyeline.whole.Product;
import eyeline.whole.wire.Body;
import eyeline.whole.wire.Desk;
import eyeline.whole.wire.Scene;
import eyeline.whole.wire.Tab;
import jakarta.json.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A socket goes and the call stays: who takes it up again, and what the other side is told. */
@OnTheProduct
class ResumeTest {
    private static final String SDP = "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n";
    /** A broken network says nothing; the server notices within this time (docs/protocol.md). */
    private static final Duration NOTICED = Duration.ofSeconds(25);
    private final Product product;

    ResumeTest(Product product) {
        this.product = product;
    }

    /** A running call whose keys are known. */
    private record Talk(Scene scene, String call, String agentKey, String consumerKey, long round) implements AutoCloseable {
        static Talk of(Product product) {
            var scene = Scene.of(product);
            var invited = scene.agent().wire().expect("call.Invite", Body.of("conversationId", scene.conversation(), "mode", VIDEO));
            var call = invited.getString("callId");
            scene.tab().call(call, "INVITED");
            var accepted = ok(scene.tab().accepts(call, VIDEO)).getJsonObject("body");
            ok(scene.agent().joins(call));
            ok(scene.tab().joins(call));
            var active = scene.agent().call(call, "ACTIVE");
            return new Talk(scene, call, invited.getString("sessionKey"), accepted.getString("sessionKey"), roundOf(active));
        }

        Tab tab() {
            return scene.tab();
        }

        Desk agent() {
            return scene.agent();
        }

        /** Waits until the agent is told that. */
        JsonObject agentSees(String other) {
            return agent().call(call, body -> other.equals(body.getString("other", "")));
        }

        @Override
        public void close() {
            scene.close();
        }
    }

    private static long roundOf(JsonObject state) {
        return state.getJsonNumber("round").longValue();
    }

    private static String key(JsonObject answer) {
        return ok(answer).getJsonObject("body").getString("sessionKey");
    }

    private static String reason(JsonObject answer) {
        return answer.getJsonObject("body").getString("reason");
    }

    @Test
    void aSessionTakesItsSideUpAgainWithItsKeyAndNobodyElseDoes() {
        try (var talk = Talk.of(product)) {
            talk.tab().wire().abort();
            talk.agentSees("LOST");
            var back = talk.scene().consumer().opensTab();
            assertEquals("NONE", back.call(talk.call(), "ACTIVE").getString("owner"));
            for (var guess : new String[] {"a-guess", "1.", ".", "2." + "A".repeat(43), talk.agentKey(), "99999999999.x"}) {
                assertEquals("NOT_THE_OWNER", reason(back.resumes(talk.call(), guess, talk.round())), guess);
            }
            ok(back.resumes(talk.call(), talk.consumerKey(), talk.round()));
            back.call(talk.call(), body -> "THIS".equals(body.getString("owner")));
            ok(back.ends(talk.call()));
            talk.agent().call(talk.call(), "ENDED");
            assertEquals(404, back.resumes(talk.call(), talk.consumerKey(), talk.round()).getInt("code"));
        }
    }

    @Test
    void eachUseGivesTheNextKeyAndEndsTheOneBeforeTheLast() {
        try (var talk = Talk.of(product)) {
            var first = talk.consumerKey();
            var second = key(talk.scene().consumer().opensTab().resumes(talk.call(), first, talk.round()));
            assertNotEquals(first, second);
            var third = talk.scene().consumer().opensTab();
            key(third.resumes(talk.call(), first, talk.round())); // the answer with the second was lost
            var fourth = talk.scene().consumer().opensTab();
            key(fourth.resumes(talk.call(), second, talk.round()));
            assertEquals("NOT_THE_OWNER", reason(third.resumes(talk.call(), first, talk.round())));
        }
    }

    @Test
    void oneLiveSocketHasASide() {
        try (var talk = Talk.of(product)) {
            var second = talk.scene().consumer().opensTab();
            key(second.resumes(talk.call(), talk.consumerKey(), talk.round()));
            talk.tab().call(talk.call(), body -> "ELSEWHERE".equals(body.getString("owner")));
            assertEquals("NOT_THE_OWNER", reason(talk.tab().ends(talk.call())));
            assertEquals("NOT_THE_OWNER", reason(talk.tab().describes(talk.call(), 1, "answer", SDP)));
            talk.tab().wire().abort();
            second.wire().heardUntilNow();
            ok(second.describes(talk.call(), 1, "answer", SDP));
        }
    }

    @Test
    void aPageThatWasLoadedAnewBeginsAnotherRoundForBoth() {
        try (var talk = Talk.of(product)) {
            talk.tab().wire().leaves();
            talk.agentSees("LEFT");
            var back = talk.scene().consumer().opensTab();
            var answer = ok(back.resumes(talk.call(), talk.consumerKey())).getJsonObject("body");
            assertTrue(roundOf(answer) > talk.round());
            var told = talk.agent().call(talk.call(), body -> body.containsKey("round") && roundOf(body) > talk.round());
            assertEquals(roundOf(answer), roundOf(told));
            assertEquals("HERE", told.getString("other"));
            assertEquals("WRONG_STATE", reason(talk.agent().describes(talk.call(), talk.round(), 1, "offer", SDP)));
            ok(talk.agent().describes(talk.call(), roundOf(answer), 1, "offer", SDP));
            var signal = back.wire().notification("call.SignalNotification", body -> body.getInt("seq") == 1);
            assertEquals(roundOf(answer), roundOf(signal));
        }
    }

    @Test
    void whoKeptTheMediaIsToldNothingNewOfTheRound() {
        try (var talk = Talk.of(product)) {
            talk.tab().wire().abort();
            talk.agentSees("LOST");
            var back = talk.scene().consumer().opensTab();
            var answer = ok(back.resumes(talk.call(), talk.consumerKey(), talk.round())).getJsonObject("body");
            assertEquals(talk.round(), roundOf(answer));
        }
    }

    @Test
    void aSocketThatGivesNoSignOfLifeIsNoticed() {
        try (var talk = Talk.of(product)) {
            talk.tab().wire().fallsSilent();
            talk.agent().wire().notification(NOTICED, "call.StateNotification",
                    body -> talk.call().equals(body.getString("callId")) && "LOST".equals(body.getString("other", "")));
        }
    }

    @Test
    void lostMediaIsLaidToTheSideThatIsNotHere() {
        try (var talk = Talk.of(product)) {
            talk.tab().wire().abort();
            talk.agentSees("LOST");
            ok(talk.agent().fails(talk.call(), "MEDIA_LOST"));
            var ended = talk.agent().call(talk.call(), "ENDED");
            assertEquals("CONNECTION_LOST", ended.getString("cause"));
            assertEquals("CONSUMER_DISCONNECTED", ended.getString("errorId"));
            assertEquals("CONSUMER", ended.getString("endReason"));
        }
    }

    @Test
    void lostMediaBetweenTwoWhoAreHereIsNobodysFault() {
        try (var talk = Talk.of(product)) {
            ok(talk.agent().fails(talk.call(), "MEDIA_LOST"));
            var ended = talk.tab().call(talk.call(), "ENDED");
            assertEquals("CONNECTION_LOST", ended.getString("cause"));
            assertEquals("UNABLE_TO_CONNECT", ended.getString("errorId"));
        }
    }
}
