package eyeline.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eyeline.whole.wire.Administrator;
import eyeline.whole.wire.AgentDesk;
import eyeline.whole.wire.Api;
import eyeline.whole.wire.Body;
import eyeline.whole.wire.Consumer;
import jakarta.json.JsonObject;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The promise of the archive's README: from the archive alone, a WildFly as it is downloaded and an empty PostgreSQL, fewer than ten
 * commands and five minutes lead to a call. The commands are read off the README.
 */
@Tag("long")
class FirstCallTest {
    private static final int FEWER_THAN = 10;

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void fewCommandsLeadFromAnEmptyHostToACall(@TempDir Path empty) throws Exception {
        try (var host = new Installation(empty)) {
            var commands = host.commands();
            for (var promised : List.of("bin/eyeline check", "bin/eyeline configure", "bin/eyeline migrate", "bin/eyeline first-operator", "standalone.sh")) {
                assertTrue(commands.stream().anyMatch(command -> command.contains(promised)), promised + " is not in " + commands);
            }
            assertTrue(commands.size() < FEWER_THAN, commands.toString());
            var before = System.nanoTime();
            host.runs(commands);
            var api = new Api(URI.create("https://localhost:" + host.port()), host.trust());
            assertEquals("{\"version\":\"" + Archive.VERSION + "\"}", answered(host, api));
            var account = prepared(api);
            calls(api, account);
            System.out.printf("%d commands and %d s lead to a call%n", commands.size(), Duration.ofNanos(System.nanoTime() - before).toSeconds());
        }
    }

    /** The version, as soon as somebody says it. */
    private static String answered(Installation host, Api api) throws InterruptedException {
        while (host.runs()) {
            try {
                var answer = api.get("/api/version");
                if (answer.statusCode() == 200) {
                    return answer.body();
                }
            } catch (UncheckedIOException notYet) {
                // nobody listens there before the server is up
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
        throw new AssertionError("the commands ended: " + host.said());
    }

    /** The operator makes an account, its administrator an agent. */
    private static String prepared(Api api) {
        var operator = Administrator.logIn(api, "0", Installation.OPERATOR, Installation.PASSWORD);
        var account = made(operator.post("/api/operator/accounts", Body.of("name", "A brand", "administrator",
                Body.of("loginName", "admin", "fullName", "Ada Admin", "password", AgentDesk.PASSWORD)))).getString("id");
        var admin = Administrator.logIn(api, account, "admin", AgentDesk.PASSWORD);
        var people = "/api/account/" + account + "/configuration/le-users/";
        var profile = admin.get(people + "profiles").body().getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .filter(each -> "AGENT".equals(each.getString("role"))).findFirst().orElseThrow().getString("id");
        made(admin.post(people + "users", Body.of("loginName", "agent", "fullName", "Ana Agent", "isEnabled", true, "password", AgentDesk.PASSWORD,
                "profileIds", List.of(profile), "skillIds", List.of())));
        return account;
    }

    private static JsonObject made(Administrator.Answer answer) {
        assertEquals(201, answer.status(), answer.response().body());
        return answer.body();
    }

    private static void calls(Api api, String account) {
        try (var consumer = Consumer.signsUp(api, account); var agent = AgentDesk.opens(api, account, "agent")) {
            var tab = consumer.opensTab();
            var conversation = tab.begins();
            agent.takes(conversation);
            var call = agent.rings(conversation, "VIDEO_CALL");
            tab.call(call, "INVITED");
            ok(tab.accepts(call, "VIDEO_CALL"));
            ok(agent.joins(call));
            ok(tab.joins(call));
            agent.call(call, "ACTIVE");
            tab.call(call, "ACTIVE");
            ok(tab.ends(call));
            assertEquals("HUNG_UP", agent.call(call, "ENDED").getString("cause"));
        }
    }

    private static void ok(JsonObject answer) {
        assertEquals(200, answer.getInt("code"), answer::toString);
    }
}
