package eyeline.whole.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eyeline.whole.OnTheProduct;
import eyeline.whole.Product;
import eyeline.whole.wire.AgentDesk;
import eyeline.whole.wire.Brand;
import eyeline.whole.wire.Consumer;
import eyeline.whole.wire.Crowd;
import eyeline.whole.wire.Desk;
import jakarta.json.JsonObject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** 5,000 wait and 500 agents work: what one of them costs does not grow with how many the others are. */
@OnTheProduct
@Tag("long")
class ManyAgentsTest {
    private static final String RINGS = "routing.RoutingTaskNotification";
    private static final int WAITING = 5_000;
    private static final int AGENTS = 500;
    private static final int PAGE = 50;

    private final Product product;
    private final Brand brand;
    private final Crowd crowd;
    private final String bearer = "many-" + UUID.randomUUID();
    private final List<AgentDesk> agents = new ArrayList<>();

    ManyAgentsTest(Product product) throws SQLException {
        this.product = product;
        brand = new Brand(product);
        brand.user("agent", "AGENT");
        crowd = new Crowd(product.owner(), brand.account());
        crowd.works("agent", AGENTS, bearer);
    }

    @AfterEach
    void close() throws SQLException {
        agents.forEach(AgentDesk::close);
        crowd.goes();
    }

    @Test
    void eachIsToldOnceOfTheLineAndOnceOfANewcomerAndOfOneWhoWasTaken() {
        var line = crowd.waits(WAITING);
        for (int i = 1; i <= AGENTS; i++) {
            var agent = AgentDesk.connects(product.api(), brand.account(), new AgentDesk.LogIn(bearer + "-" + i, "", "", ""));
            agents.add(agent);
            agent.goesOnline();
        }
        for (var agent : agents) {
            var told = rings(agent, 0);
            assertEquals(1, told.size());
            assertEquals(WAITING, told.get(0).getInt("total"));
            assertEquals(line.subList(0, PAGE), told.get(0).getJsonArray("changes").getValuesAs(JsonObject.class).stream()
                    .map(change -> change.getJsonObject("result").getString("conversationId")).toList());
        }
        try (var consumer = Consumer.signsUp(product.api(), brand.account())) {
            var before = marks();
            var newcomer = consumer.opensTab().begins();
            eachHearsOnce(before, newcomer, "UPSERT", WAITING + 1);
            before = marks();
            agents.get(0).takes(line.get(0));
            eachHearsOnce(before, line.get(0), "DELETE", WAITING);
            agents.forEach(agent -> agent.wire().expect("GetClock", null));
        }
    }

    private List<Integer> marks() {
        return agents.stream().map(agent -> agent.wire().mark()).toList();
    }

    private void eachHearsOnce(List<Integer> since, String conversation, String type, int total) {
        for (int i = 0; i < AGENTS; i++) {
            agents.get(i).wire().notification(since.get(i), RINGS, body -> body.getInt("total") == total);
            var told = rings(agents.get(i), since.get(i));
            assertEquals(1, told.size());
            var change = Desk.changes(told.get(0)).get(0);
            assertEquals(type + " " + conversation, change.getString("type") + " " + change.getJsonObject("result").getString("conversationId"));
        }
    }

    private static List<JsonObject> rings(AgentDesk agent, int since) {
        var heard = agent.wire().heardUntilNow();
        return heard.subList(since, heard.size()).stream().filter(frame -> RINGS.equals(frame.getString("type")))
                .map(frame -> frame.getJsonObject("body")).toList();
    }
}
