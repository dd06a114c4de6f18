package eyeline.whole.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eyeline.whole.OnTheProduct;
import eyeline.whole.Product;
import eyeline.whole.wire.Body;
import eyeline.whole.wire.Brand;
import eyeline.whole.wire.Consumer;
import eyeline.whole.wire.Scene;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * What others feel of one visitor who does what no browser does: round by round with and without, and the load in a process of its own. Everybody is
 * answered and hears everything meanwhile; how long that takes is printed for docs/quality.md. It runs where figures are asked for alone.
 */
@OnTheProduct
@Tag("long")
@EnabledIfSystemProperty(named = "eyeline.samples", matches = "\\d+")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BesideLoadTest {
    private static final int ROUNDS = Integer.getInteger("eyeline.samples", 5);
    /** Conversations that take turns, so that none is over the rate of a socket. */
    private static final int SCENES = 10;
    /** What the rates of ten conversations allow in one measurement. */
    private static final int REQUESTS = 600;
    private static final int DELIVERIES = 200;
    /** Shorter than a slow body may take. */
    private static final double MEASURED_MS = 2_500;
    private static final int ATTACKERS = 10;
    /** More than a server with few cores has threads for requests. */
    private static final int WORKERS = 128;

    private final Product product;
    private final Brand brand;
    private final List<Scene> scenes = new ArrayList<>();

    BesideLoadTest(Product product) {
        this.product = product;
        brand = new Brand(product);
        brand.user("agent", "AGENT");
    }

    @BeforeAll
    void begin() {
        Brand.made(brand.admin().change(brand.configuration("calls"), Body.of("messagesPerMinute", 600)));
        IntStream.range(0, SCENES).forEach(i -> scenes.add(Scene.in(product, brand, "agent")));
        IntStream.range(0, 2).forEach(i -> {
            times(REQUESTS, this::asks); // what is compiled later would be measured as what comes first
            times(DELIVERIES, this::delivers);
        });
    }

    @AfterAll
    void end() {
        scenes.forEach(Scene::close);
    }

    @Test
    void fiveHundredSlowBodiesAreHardlyFelt() throws IOException {
        try (var load = Load.of("bodies", String.valueOf(product.httpsPort()), "/api/account/" + Scene.ACCOUNT + "/login?v=1.3")) {
            var millis = new Millis();
            for (int round = 0; round < ROUNDS; round++) {
                millis.without(times(REQUESTS, this::asks));
                load.on();
                millis.beside(times(REQUESTS, this::asks));
                var slow = load.off();
                System.out.printf("Figures: slow bodies: %s of %d were on the way at the end%n", slow, SlowBodies.MANY);
                assertTrue(Integer.parseInt(slow) > WORKERS, slow + " slow bodies are too few to hold anybody up");
            }
            millis.print("an ordinary request beside 500 slow bodies");
        }
    }

    @Test
    void fiftyFloodsAreHardlyFelt() throws IOException {
        var tokens = IntStream.range(0, ATTACKERS).mapToObj(i -> Consumer.signsUp(product.api(), Scene.ACCOUNT).token());
        var uri = product.api().consumerSocket(Scene.ACCOUNT);
        var arguments = Stream.concat(Stream.of("floods", String.valueOf(product.httpsPort()), uri.getRawPath() + "?" + uri.getRawQuery()), tokens);
        try (var load = Load.of(arguments.toArray(String[]::new))) {
            var millis = new Millis();
            for (int round = 0; round < ROUNDS; round++) {
                millis.without(times(DELIVERIES, this::delivers));
                load.on();
                var begin = System.nanoTime();
                millis.beside(times(DELIVERIES, this::delivers));
                var seconds = (System.nanoTime() - begin) / 1e9;
                var came = load.off().split(" ");
                System.out.printf("Figures: floods: %.0f messages a second, %s sockets closed in %.1f s%n", Integer.parseInt(came[0]) / seconds, came[1], seconds);
            }
            millis.print("a delivery beside 50 floods");
        }
    }

    private static List<Double> times(int most, IntConsumer step) {
        var millis = new ArrayList<Double>();
        var first = System.nanoTime();
        for (int i = 0; i < most && (System.nanoTime() - first) / 1e6 < MEASURED_MS; i++) {
            var begin = System.nanoTime();
            step.accept(i);
            millis.add((System.nanoTime() - begin) / 1e6);
        }
        return millis;
    }

    private void asks(int i) {
        var scene = scenes.get(i % SCENES);
        var wire = i / SCENES % 4 == 3 ? scene.agent().wire() : scene.tab().wire(); // nobody is silent for long
        var mark = wire.mark();
        var id = wire.send("ms.QueryMessages", Body.of("dialogId", scene.conversation(), "maxQuantity", 5));
        assertEquals(200, wire.await(mark, "an answer", frame -> id.equals(frame.getString("reqId", ""))).getInt("code"));
    }

    private void delivers(int i) {
        var scene = scenes.get(i % SCENES);
        var toAgent = i / SCENES % 2 == 0;
        var wire = toAgent ? scene.agent().wire() : scene.tab().wire();
        var mark = wire.mark();
        var text = "delivery " + System.nanoTime();
        (toAgent ? scene.tab().wire() : scene.agent().wire()).send("ms.PublishEvent", Body.of("dialogId", scene.conversation(), "conversationId", scene.conversation(), "event",
                Body.of("type", "ContentEvent", "contentType", "text/plain", "message", text)));
        wire.notification(mark, "ms.MessagingEventNotification", body -> body.toString().contains(text));
    }
}
