package eyeline.whole.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eyeline.server.Ports;
import eyeline.whole.OnTheProduct;
import eyeline.whole.Product;
import eyeline.whole.wire.Api;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The provisioned server, started as operators do while something is missing. Each start prints how long it took. */
@OnTheProduct
@Tag("long")
class StartTest {
    private final Product product;

    StartTest(Product product) {
        this.product = product;
    }

    private Map<String, String> with(Map<String, String> more) {
        var environment = new HashMap<>(product.environment());
        environment.putAll(more);
        return environment;
    }

    private static void print(String name, ServerProcess server) {
        System.out.printf("%s: after %d ms%n", name, server.age().toMillis());
    }

    /** It waits, says so, is not ready and lives; when the database is there it opens its doors. */
    @Test
    void waitsForADatabaseThatIsAwayAndOpensWhenItIsThere() throws Exception {
        try (var way = new Way(URI.create(product.environment().get("EYELINE_DB_URL").substring("jdbc:".length())).getPort());
                var server = ServerProcess.start(with(Map.of("EYELINE_DB_URL", "jdbc:postgresql://localhost:" + way.port() + "/eyeline")), Ports.free())) {
            server.says("not ready: the database does not answer");
            server.says("WFLYSRV0025");
            var api = new Api(URI.create("https://localhost:" + server.ports().https()), product.trust());
            assertEquals(503, api.get("/health/ready").statusCode());
            assertEquals(200, api.get("/health/live").statusCode());
            var page = api.get("/agent/");
            assertEquals(503, page.statusCode());
            assertTrue(page.body().contains("waits for its database"), page.body());
            assertTrue(api.get("/api/account/10000001/configuration/window").body().contains("\"UNAVAILABLE\""));

            way.open();
            server.says("the database is there; Eyeline is open");
            print("a database that came late", server);
            assertEquals(200, api.get("/agent/").statusCode());
            assertEquals(1, server.lines().stream().filter(line -> line.contains("not ready: ")).count());
            assertFalse(server.lines().stream().anyMatch(line -> line.contains("does not start")));
            server.terminate();
            server.end();
        }
    }
}
