package eyeline.whole.fence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eyeline.whole.OnTheProduct;
import eyeline.whole.Product;
import eyeline.whole.wire.AgentDesk;
import eyeline.whole.wire.Brand;
import eyeline.whole.wire.Consumer;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** docs/who-may.md on the running product: every endpoint × everybody × the own and another account. */
@OnTheProduct
class WhoMayOverTheWireTest {
    /** What somebody with no log-in and an empty body is answered. */
    private static final Map<String, Integer> OF_ANYBODY = Map.ofEntries(
            Map.entry("GET /openapi.json", 200),
            Map.entry("GET /version", 200),
            Map.entry("GET /account/{account}/service/baseURI.json", 200),
            Map.entry("GET /account/{account}/service/{service}/baseURI.json", 200),
            Map.entry("POST /account/{account}/login", 400),
            Map.entry("GET /sign-in", 200),
            Map.entry("POST /account/{account}/sso", 400),
            Map.entry("POST /account/{account}/refresh", 400),
            Map.entry("POST /account/{account}/logout", 204),
            Map.entry("POST /account/{account}/signup", 200),
            Map.entry("POST /account/{account}/anonymous/authorize", 200),
            Map.entry("POST /account/{account}/app/{connector}/authenticate", 400),
            Map.entry("GET /account/{account}/check/servers", 401),
            Map.entry("GET /account/{account}/check/download", 401),
            Map.entry("POST /account/{account}/check/upload", 401),
            Map.entry("GET /account/{account}/configuration/window", 200),
            Map.entry("POST /account/{account}/configuration/page-problems", 400));

    private final Product product;
    private final Brand own;
    private final Brand foreign;
    private final Map<String, String> bearers = new LinkedHashMap<>();

    WhoMayOverTheWireTest(Product product) {
        this.product = product;
        own = new Brand(product);
        foreign = new Brand(product);
        own.user("agent", "AGENT");
        own.user("manager", "AGENT_MANAGER");
        bearers.put("nobody", "");
        try (var consumer = Consumer.signsUp(product.api(), own.account())) {
            bearers.put("consumer", consumer.token());
        }
        bearers.put("agent", AgentDesk.logsIn(product.api(), own.account(), "agent").bearer());
        bearers.put("agent_manager", AgentDesk.logsIn(product.api(), own.account(), "manager").bearer());
        bearers.put("administrator", AgentDesk.logsIn(product.api(), own.account(), "first").bearer());
        bearers.put("operator", AgentDesk.logsIn(product.api(), "0", "operator1").bearer());
    }

    private record Row(String method, String path, String who) {
    }

    @Test
    void everyEndpointIsForThoseOfTheTableAloneAndNothingOfAnotherAccountIsShownOrChanged() throws IOException {
        var before = rowsOf(foreign);
        var wrong = new ArrayList<String>();
        int asked = 0;
        for (var row : rows()) {
            for (var brand : List.of(own, foreign)) {
                for (var role : row.who().equals("anybody") ? List.of("nobody") : bearers.keySet()) {
                    var answer = ask(row, brand, role);
                    asked++;
                    var expected = expected(row, role, brand == own);
                    if (!expected.contains(answer.statusCode())) {
                        wrong.add(role + (brand == own ? " at home: " : " abroad: ") + row + " answered " + answer.statusCode() + ", not one of "
                                + expected);
                    }
                    if (brand == foreign && !role.equals("operator") && !row.who().equals("anybody")) {
                        assertFalse(answer.body().contains("First One") || answer.body().contains("\"items\""), answer.body());
                    }
                }
            }
        }
        assertTrue(asked > 400, "only " + asked + " were asked");
        assertEquals(List.of(), wrong);
        assertEquals(before, rowsOf(foreign));
    }

    /** A request without what it would need to change something: whoever is let in is told that (400, 428), or shown it (200). */
    private static List<Integer> expected(Row row, String role, boolean home) {
        if (row.who().equals("anybody")) {
            return List.of(Objects.requireNonNull(OF_ANYBODY.get(row.method() + " " + row.path()), row::toString));
        }
        if (List.of("nobody", "consumer").contains(role)) {
            return List.of(401);
        }
        var allowed = List.of(row.who().split(" ")).contains(role);
        if (!home && !role.equals("operator") && row.path().contains("{account}")) {
            return List.of(404);
        }
        // what the query would name is not there
        var unnamed = row.method().equals("DELETE") && !row.path().contains("{id}");
        return !allowed ? List.of(403) : unnamed ? List.of(404) : List.of(200, 400, 428);
    }

    private HttpResponse<String> ask(Row row, Brand brand, String role) {
        var path = row.path().replace("{account}", brand.account()).replace("{service}", "agentVep").replace("{connector}", "1")
                .replace("{id}", id(row.path(), brand));
        var body = List.of("GET", "DELETE").contains(row.method()) ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString("{}");
        var request = product.api().request("/api" + path).method(row.method(), body)
                .header("Content-Type", row.method().equals("PATCH") ? "application/merge-patch+json" : "application/json");
        if (!bearers.get(role).isEmpty() && !row.who().equals("anybody")) {
            request.header("Authorization", "Bearer " + bearers.get(role));
        }
        return product.api().send(request.build());
    }

    private final Map<String, String> ids = new LinkedHashMap<>();

    /** One that is there. */
    private String id(String path, Brand brand) {
        if (path.startsWith("/operator")) {
            return brand.account();
        }
        if (!path.contains("{id}")) {
            return "";
        }
        return ids.computeIfAbsent(path + brand.account(), key -> {
            var list = path.replaceAll(".*/configuration/(.*)/\\{id\\}", "$1");
            if (list.endsWith("skills")) {
                brand.admin().post(brand.configuration(list), eyeline.whole.wire.Body.of("name", "Skill"));
            }
            return brand.admin().get(brand.configuration(list)).body().getJsonArray("items").getValuesAs(JsonObject.class).get(0).getString("id");
        });
    }

    private List<Object> rowsOf(Brand brand) {
        for (var path : List.of("users", "profiles", "skills")) {
            id("/account/{account}/configuration/le-users/" + path + "/{id}", brand);
        }
        var rows = new ArrayList<Object>();
        for (var table : List.of("account", "account_origin", "account_text", "ice_server", "app_user", "profile", "profile_permission",
                "user_profile", "skill", "user_skill", "page_problem", "admin_change")) {
            rows.add(product.owner().query("select to_jsonb(t)::text as row from " + table + " t where account_id = ? order by 1", brand.account()));
        }
        return rows;
    }

    private static List<Row> rows() throws IOException {
        return Files.readAllLines(Path.of(System.getProperty("eyeline.docs"), "who-may.md")).stream().filter(line -> line.startsWith("| `"))
                .map(line -> line.split("\\|")).map(cells -> new Row(cells[1].strip().replace("`", "").split(" ")[0],
                        cells[1].strip().replace("`", "").split(" ")[1], cells[2].strip())).toList();
    }
}
