package eyeline.whole.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eyeline.operator.FirstOperator;
import eyeline.server.EyelineServer;
import eyeline.server.Ports;
import eyeline.whole.Product;
import eyeline.whole.wire.Administrator;
import eyeline.whole.wire.AgentDesk;
import eyeline.whole.wire.Api;
import eyeline.whole.wire.Body;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An installation without the sample: no password works until somebody has made the first operator. */
class FreshInstallationTest {
    private static final String PASSWORD = "a quiet green harbour";

    /** Of all that Eyeline writes; the categories are shortened. */
    private static String firstLine(EyelineServer server) throws IOException {
        return Files.readAllLines(server.logFile()).stream().filter(line -> line.contains(" [e.")).findFirst().orElse("none");
    }

    @Test
    void theFirstOperatorIsTheFirstWhoGetsIn() throws Exception {
        try (var server = EyelineServer.builder().data(Product.target().resolve("product").resolve(UUID.randomUUID().toString()))
                .binaries(Product.target().resolve("postgresql-binaries")).home(Path.of(System.getProperty("eyeline.server.home")))
                .ear(Path.of(System.getProperty("eyeline.ear"))).ports(Ports.free()).start()) {
            var api = new Api(URI.create(server.address()), server.clientTls());
            for (var name : List.of("operator1", "operator", "admin", "first")) {
                for (var password : List.of(AgentDesk.PASSWORD, "", "admin", PASSWORD)) {
                    assertEquals(401, api.post("/api/account/0/login", Body.of("username", name, "password", password)).statusCode(), name);
                }
            }
            assertEquals(401, api.post("/api/account/10000001/login", Body.of("username", "agent1", "password", AgentDesk.PASSWORD)).statusCode());

            var version = System.getProperty("eyeline.version");
            assertEquals(Body.of("version", version), Body.parse(api.get("/api/version").body()));
            assertTrue(firstLine(server).endsWith(" [e.version] Eyeline " + version), firstLine(server));

            FirstOperator.make(server.ownerDataSource(), "first", "First One", PASSWORD);
            var operator = Administrator.logIn(api, "0", "first", PASSWORD);
            var made = operator.post("/api/operator/accounts", Body.of("name", "A brand", "administrator",
                    Body.of("loginName", "admin", "fullName", "Ada Admin", "password", PASSWORD)));
            assertEquals(201, made.status(), made.response().body());
            Administrator.logIn(api, made.body().getString("id"), "admin", PASSWORD);
        }
    }
}
