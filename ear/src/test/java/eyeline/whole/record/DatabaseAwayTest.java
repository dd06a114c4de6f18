package eyeline.whole.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eyeline.whole.OnTheProduct;
import eyeline.whole.Product;
import eyeline.whole.wire.Body;
import eyeline.whole.wire.Scene;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The database goes away under a running call: everybody is told so in words, the log stays short and silent of secrets, and a hang-up is not lost. */
@OnTheProduct
@Order(Integer.MAX_VALUE - 1)
class DatabaseAwayTest {
    private static final String LOGIN = "/api/account/" + Scene.ACCOUNT + "/login?v=1.3";
    private final Product product;

    DatabaseAwayTest(Product product) {
        this.product = product;
    }

    @Test
    void itIsSaidInWordsLoggedInOneLineAndAHangUpIsWrittenWhenItIsBack() throws Exception {
        try (var scene = Scene.of(product)) {
            var call = scene.talks(Scene.VIDEO);
            assertEquals("200 {\"status\":\"UP\"}", health("ready"));
            var lines = log().size();
            product.loseDatabase();
            try {
                HealthWatch.until(product, 503);
                assertEquals("503 {\"status\":\"DOWN\"}", health("ready"));
                assertEquals("200 {\"status\":\"UP\"}", health("live"));
                var why = product.management("/health/ready");
                assertTrue(why.contains("the database does not answer"), why);
                var bearer = "a-bearer-that-nobody-may-read";
                for (int i = 0; i < 20; i++) {
                    var refused = product.api().post(LOGIN, "{\"username\":\"agent1\",\"password\":\"guess\"}", Map.of());
                    assertEquals(503, refused.statusCode());
                    assertTrue(refused.body().contains("\"UNAVAILABLE\""), refused.body());
                    assertEquals("nosniff", refused.headers().firstValue("X-Content-Type-Options").orElse(""));
                    assertTrue(refused.headers().firstValue("Content-Security-Policy").isPresent());
                    var handshake = product.api().get("/ws_api/account/" + Scene.ACCOUNT + "/messaging/brand/" + bearer + "?v=3",
                            Map.of("Origin", product.origin()));
                    assertEquals(503, handshake.statusCode(), handshake.body());
                    assertFalse(handshake.body().contains("Exception"), handshake.body());
                }
                assertEquals(503, product.api().get("/window/?account=" + Scene.ACCOUNT, Map.of()).statusCode());
                var unsaid = scene.tab().wire().ask("ms.PublishEvent", Body.of("dialogId", scene.conversation(), "event",
                        Body.of("type", "ContentEvent", "contentType", "text/plain", "message", "is anybody there?")));
                assertEquals(503, unsaid.getInt("code"));
                var end = scene.agent().ends(call);
                assertEquals(503, end.getInt("code"));
                assertTrue(end.getJsonObject("body").getString("message").contains("ends as soon as"), end.toString());
                var said = log().subList(lines, log().size());
                assertTrue(said.stream().noneMatch(line -> line.contains(bearer)), String.join("\n", said));
                assertTrue(said.stream().noneMatch(line -> line.startsWith("\tat ")), String.join("\n", said));
                assertTrue(said.size() <= 6, said.size() + " lines:\n" + String.join("\n", said));
            } finally {
                product.findDatabase();
            }
            HealthWatch.until(product, 200);
            assertEquals("HUNG_UP", scene.tab().call(call, "ENDED").getString("cause"));
        }
    }

    private String health(String what) {
        var answer = product.api().get("/health/" + what, Map.of());
        return answer.statusCode() + " " + answer.body();
    }

    private List<String> log() throws IOException {
        return Files.readAllLines(product.log());
    }
}
