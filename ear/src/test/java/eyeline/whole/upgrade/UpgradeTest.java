package eyeline.whole.upgrade;

import static eyeline.whole.wire.Scene.VIDEO;
import static eyeline.whole.wire.Scene.ok;
import static org.junit.jupiter.api.Assertions.assertEquals;

import eyeline.server.Boot;
import eyeline.server.Ports;
import eyeline.whole.Product;
import eyeline.whole.Sql;
import eyeline.whole.wire.AgentDesk;
import eyeline.whole.wire.Body;
import eyeline.whole.wire.Desk;
import eyeline.whole.wire.Scene;
import eyeline.whole.wire.Tab;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * From the release before to this one and back, with a call running: the schema first, under the server that runs; then one server for the
 * other. Whoever comes back with what they have (token, log-in, session key) is in the same call, and nothing that was said is lost.
 */
@Tag("long")
class UpgradeTest {
    private ReleaseBefore before;
    private Product product;
    private Scene scene;
    private Tab tab;
    private Desk agent;
    private String call;
    private String agentKey;
    private String consumerKey;

    @BeforeEach
    void aCallRunsOnTheReleaseBefore() throws Exception {
        before = ReleaseBefore.built();
        var ports = Ports.free();
        // the release before has its listeners where WildFly has its own
        var boot = new Boot(Boot.usual().java(), Boot.usual().configuration(), List.of("-Djboss.https.port=" + ports.https(), "-Djboss.http.port=" + ports.http()));
        product = Product.start(builder -> builder.home(before.home()).ear(before.ear()).schema(before::migrate).ports(ports).boot(boot)
                .environment("EYELINE_LOG_JSON", "true"));
        scene = Scene.of(product);
        tab = scene.tab();
        agent = scene.agent();
        var invited = agent.wire().expect("call.Invite", Body.of("conversationId", scene.conversation(), "mode", VIDEO));
        call = invited.getString("callId");
        agentKey = invited.getString("sessionKey");
        tab.call(call, "INVITED");
        consumerKey = ok(tab.accepts(call, VIDEO)).getJsonObject("body").getString("sessionKey");
        ok(agent.joins(call));
        ok(tab.joins(call));
        tab.call(call, "ACTIVE");
    }

    @AfterEach
    void stop() throws Exception {
        if (product != null) {
            product.close();
        }
    }

    @Test
    void aCallGoesOnFromTheReleaseBeforeToThisOneAndBack() throws Exception {
        assertEquals(before.schema(), String.valueOf(before.newestMigration()), "release-before names the schema of its commit");
        talk("on the old server");

        product.migrate();
        talk("on the old server and the new schema");
        assertEquals(200, product.api().get("/agent/").statusCode());

        product.exchange(Product.home(), Product.ear());
        comeBack();
        talk("on the new server");
        assertTheStandardOutputIsJson();

        product.exchange(before.home(), before.ear());
        comeBack();
        talk("on the old server again");
        ok(agent.ends(call));
        tab.call(call, "ENDED");

        assertEverythingIsThere();
    }

    /** One writes and the other reads, both ways. */
    private void talk(String where) {
        tab.says(scene.conversation(), "I write " + where);
        agent.hears("I write " + where);
        agent.says(scene.conversation(), "I answer " + where);
        tab.hears("I answer " + where);
    }

    /** As both pages do when their sockets were closed. */
    private void comeBack() {
        tab = scene.consumer().opensTab();
        agent = AgentDesk.opens(product.api(), Scene.ACCOUNT, scene.agent().logIn());
        tab.listens(scene.conversation(), 0);
        agent.listens(scene.conversation(), 0);
        agentKey = ok(agent.resumes(call, agentKey)).getJsonObject("body").getString("sessionKey");
        consumerKey = ok(tab.resumes(call, consumerKey)).getJsonObject("body").getString("sessionKey");
        agent.call(call, body -> "HERE".equals(body.getString("other", "")) && "ACTIVE".equals(body.getString("state")));
    }

    private void assertEverythingIsThere() throws Exception {
        var reader = scene.consumer().opensTab();
        reader.listens(scene.conversation(), 0);
        for (String where : List.of("on the old server", "on the old server and the new schema", "on the new server", "on the old server again")) {
            reader.hears("I write " + where);
            reader.hears("I answer " + where);
        }
        assertEquals(List.of("INVITED", "ACCEPTED", "AGENT_JOINED", "CONSUMER_JOINED", "ENDED"), product.owner().query(
                "select type from call_event where call_id = ? order by seq", Sql.uuid(call)).stream().map(row -> row.get("type")).toList());
        reader.closes(scene.conversation());
    }

    /** A call that was open when the server stopped is a warning: the log of this release has it as JSON, as it was asked to. */
    private void assertTheStandardOutputIsJson() throws Exception {
        var lines = Files.readAllLines(product.logFolder().resolve("wildfly-console.log")).stream().filter(line -> line.startsWith("{")).toList();
        var waits = lines.stream().map(UpgradeTest::json).filter(line -> line.getString("message").contains(call)).findFirst().orElseThrow();
        assertEquals("WARN", waits.getString("level"));
        assertEquals("eyeline.call", waits.getString("loggerName"));
    }

    private static JsonObject json(String line) {
        try (var reader = Json.createReader(new StringReader(line))) {
            return reader.readObject();
        }
    }
}
