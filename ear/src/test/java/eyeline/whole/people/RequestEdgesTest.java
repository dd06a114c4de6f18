package eyeline.whole.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eyeline.whole.OnTheProduct;
import eyeline.whole.Product;
import eyeline.whole.wire.AgentDesk;
import eyeline.whole.wire.Body;
import eyeline.whole.wire.Brand;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The form of requests: bodies, content types, versions, queries, and addresses that do not exist. Every answer is a problem, never HTML. */
@OnTheProduct
class RequestEdgesTest {
    private static final String JSON = "application/json";

    private final Product product;
    private final Brand brand;
    private final String bearer;
    private final String user;
    private final String calls;

    RequestEdgesTest(Product product) {
        this.product = product;
        brand = new Brand(product);
        bearer = AgentDesk.logsIn(product.api(), brand.account(), "first").bearer();
        user = brand.configuration("le-users/users/") + brand.user("agent", "AGENT");
        calls = brand.configuration("calls");
    }

    private HttpResponse<String> send(String method, String path, BodyPublisher body, Map<String, String> headers) {
        var request = product.api().request(path).header("Authorization", "Bearer " + bearer).method(method, body);
        headers.forEach(request::header);
        return product.api().send(request.build());
    }

    private HttpResponse<String> replace(String path, BodyPublisher body, String type) {
        return send("PUT", path, body, type == null ? Map.of("If-Match", tag(path)) : Map.of("If-Match", tag(path), "Content-Type", type));
    }

    private String tag(String path) {
        return brand.admin().get(path).etag().orElseThrow();
    }

    private static String problem(HttpResponse<String> answer, int status) {
        assertEquals(status, answer.statusCode(), answer.body());
        assertEquals("application/problem+json", answer.headers().firstValue("Content-Type").orElse("none"), answer.body());
        var body = Body.parse(answer.body());
        assertEquals(status, body.getInt("status"));
        assertTrue(body.getString("type").startsWith("urn:eyeline:problem:"));
        assertFalse(answer.body().matches("(?s).*(Exception|jakarta|java\\.|eyeline\\.).*"), answer.body());
        return body.containsKey("errors") ? body.getJsonArray("errors").getJsonObject(0).getString("field") : body.getString("reason");
    }

    @Test
    void whatIsNotOneJsonObjectIsRefusedAsSuch() {
        var before = brand.admin().get(user);
        var good = before.body().toString();
        var name = "\"fullName\":\"Some agent\"";
        assertTrue(good.contains(name), good);
        for (var body : List.of("", " ", "null", "[]", "5", "\"text\"", "{", good + "{}", good + "x", good.replace(name, name + "," + name),
                good.replace(name, "\"full\\u0000Name\":1," + name), good.replace(name, "'fullName':'single'"), good.replace(name, "\"fullName\":NaN"),
                good.replace(name, "\"fullName\":\"tab\there\""), good.replace(name, name + ",\"deep\":" + "[".repeat(40) + "]".repeat(40)),
                "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000))) {
            assertEquals("body", problem(replace(user, BodyPublishers.ofString(body), JSON), 400), body.length() > 200 ? body.substring(0, 200) : body);
        }
        var after = brand.admin().get(user);
        assertEquals(before.body(), after.body());
        assertEquals(before.etag(), after.etag());
    }

    @Test
    void aTextThatCannotBeKeptIsNamedAndNothingIsWritten() {
        var settings = brand.admin().get(calls);
        var before = brand.admin().get(user);
        var name = "\"fullName\":\"Some agent\"";
        for (var text : List.of("a\\u0000b", "\\ud800", "\\udc00\\ud800", "\\u0000")) {
            assertEquals("fullName", problem(replace(user, BodyPublishers.ofString(before.body().toString().replace(name, "\"fullName\":\"" + text + "\"")), JSON), 400), text);
            for (var at : List.of("texts.de.DECLINED {\"texts\":{\"de\":{\"DECLINED\":\"%s\"}}}", "iceServers[0].secret {\"iceServers\":[{\"secret\":\"%s\"}]}",
                    "origins[1] {\"origins\":[\"https://www.example.org\",\"%s\"]}", "tracker.id {\"tracker\":{\"kind\":\"MATOMO\",\"id\":\"%s\"}}")) {
                var parts = at.split(" ", 2);
                assertEquals(parts[0], problem(send("PATCH", calls, BodyPublishers.ofString(parts[1].formatted(text)),
                        Map.of("If-Match", tag(calls), "Content-Type", "application/merge-patch+json")), 400), text);
            }
            for (var door : List.of("username login {\"username\":\"%s\",\"password\":\"x\"}", "password login {\"username\":\"x\",\"password\":\"%s\"}")) {
                var parts = door.split(" ", 3);
                assertEquals(parts[0], problem(send("POST", "/api/account/" + brand.account() + "/" + parts[1], BodyPublishers.ofString(parts[2].formatted(text)),
                        Map.of("Content-Type", JSON)), 400), text);
            }
        }
        assertEquals(before.etag(), brand.admin().get(user).etag());
        assertEquals(settings.etag(), brand.admin().get(calls).etag());
    }

    @Test
    void whatIsNotUtf8IsRefusedAndNotGuessed() {
        var body = brand.admin().get(user).body().toString().replace("Some agent", "S\u00F6me agent");
        assertEquals("body", problem(replace(user, BodyPublishers.ofByteArray(body.getBytes(StandardCharsets.ISO_8859_1)), JSON), 400));
        problem(replace(user, BodyPublishers.ofByteArray(body.getBytes(StandardCharsets.ISO_8859_1)), JSON + ";charset=ISO-8859-1"), 415);
        problem(replace(user, BodyPublishers.ofByteArray(body.getBytes(StandardCharsets.UTF_16)), JSON + ";charset=utf-16"), 415);
        assertEquals(200, replace(user, BodyPublishers.ofString(body), JSON + "; charset=UTF-8").statusCode());
        assertEquals("S\u00F6me agent", brand.admin().get(user).body().getString("fullName"));
    }

    @Test
    void aBodyOf64KibIsReadAndALongerOneIsTooLarge() {
        var settings = brand.admin().get(calls).body().toString();
        var limit = 64 * 1024;
        assertEquals(200, replace(calls, BodyPublishers.ofString(settings + " ".repeat(limit - settings.length())), JSON).statusCode());
        for (var length : List.of(limit + 1, 100_000, 130_000)) {
            var longer = settings + " ".repeat(length - settings.length());
            assertEquals("TOO_LARGE", problem(replace(calls, BodyPublishers.ofString(longer), JSON), 413));
            assertEquals("TOO_LARGE", problem(replace(calls, BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(
                    longer.getBytes(StandardCharsets.UTF_8))), JSON), 413), "without a length");
        }
    }

    @Test
    void aWrongTypeOrAnswerIsRefused() {
        var body = brand.admin().get(user).body().toString();
        for (var type : List.of("text/plain", "application/x-www-form-urlencoded", "application/xml", "text/json", "application/jsonx", "*/*")) {
            assertEquals("MALFORMED", problem(replace(user, BodyPublishers.ofString(body), type), 415), type);
        }
        problem(replace(user, BodyPublishers.ofString(body), null), 415);
        for (var header : List.of("Content-Type", "Accept")) {
            problem(send("GET", user, BodyPublishers.noBody(), Map.of(header, "nonsense")), 400);
        }
        for (var accept : List.of("text/html", "application/xml", "image/*")) {
            problem(send("GET", user, BodyPublishers.noBody(), Map.of("Accept", accept)), 406);
        }
        for (var accept : List.of("*/*", "application/*", "text/html, application/json;q=0.5")) {
            assertEquals(200, send("GET", user, BodyPublishers.noBody(), Map.of("Accept", accept)).statusCode());
        }
    }

    @Test
    void aVersionMustBeNamedAndBeThePresentOne() {
        for (var path : List.of(user, calls, brand.configuration("le-users/profiles/") + brand.profile("AGENT"))) {
            var now = brand.admin().get(path);
            var old = now.etag().orElseThrow();
            assertEquals("IF_MATCH_MISSING", problem(send("PUT", path, BodyPublishers.ofString(now.body().toString()), Map.of("Content-Type", JSON)), 428));
            for (var wrong : List.of("*", "W/" + old, old.replace("\"", ""), "\"\"", "\"-1\"", "\"99999999999999999999\"", "\"9\", " + old, "")) {
                var answer = brand.admin().put(path, wrong, now.body());
                assertEquals("412 CHANGED_MEANWHILE", answer.status() + " " + answer.reason(), wrong);
                assertEquals(now.body(), answer.body().getJsonObject("current"));
                assertEquals(now.etag(), answer.etag());
            }
            assertEquals(now.etag(), brand.admin().get(path).etag());
        }
        var renamed = brand.admin().change(user, Body.of("fullName", "Another"));
        var late = brand.admin().put(user, "\"0\"", renamed.body());
        assertEquals(412, late.status());
        assertEquals("Another", late.body().getJsonObject("current").getString("fullName"));
        assertEquals(412, brand.admin().delete(user, "\"0\"").status());
    }

    @Test
    void aQueryThatCannotBeMeantIsNamed() {
        var cursors = Stream.of("nonsense", "%00", "e30", "W10", "eyJuIjo1LCJpIjoiYSJ9", "eyJuIjoiYSJ9", "x".repeat(2_001)).map(c -> "cursor=" + c).toList();
        for (var list : List.of("le-users/users", "le-users/profiles", "le-users/skills", "changes")) {
            Stream.concat(cursors.stream(), Stream.of("limit=0", "limit=101", "limit=-1", "limit=1.5", "limit=x", "limit=", "limit=99999999999",
                    "limit=%D9%A1")).forEach(query -> assertEquals(query.split("=")[0],
                            problem(send("GET", brand.configuration(list) + "?" + query, BodyPublishers.noBody(), Map.of()), 400), list + "?" + query));
            for (var query : List.of("sort=age", "sort=", "sort=name;drop", "q=" + "x".repeat(101), "q=a%00b")) {
                assertEquals(query.split("=")[0], problem(send("GET", brand.configuration(list) + "?" + query, BodyPublishers.noBody(), Map.of()), 400), list + "?" + query);
            }
        }
        for (var query : List.of("subject=PASSWORD", "subject=user", "subjectId=" + "x".repeat(101), "subject=USER&subjectId=a%00b")) {
            assertTrue(problem(send("GET", brand.configuration("changes?") + query, BodyPublishers.noBody(), Map.of()), 400).startsWith("subject"), query);
        }
    }

    @Test
    void aPartOfANameIsNoPattern() {
        for (var q : List.of("%25", "_", "%5C", "%27", "%3Cb%3E", "a%25t")) {
            var answer = brand.admin().get(brand.configuration("le-users/users?q=") + q);
            assertEquals(200, answer.status(), q);
            assertEquals(0, answer.body().getInt("total"), q);
        }
        assertEquals(1, brand.admin().get(brand.configuration("le-users/users?q=AGEN")).body().getInt("total"));
    }

    @Test
    void whatDoesNotExistIsAProblemAndNoPage() {
        var base = brand.configuration("");
        for (var path : List.of("/api/", "/api/nothing", "/api/nothing/here.html", "/api/account", "/api/account/" + brand.account(), base, base + "nothing",
                base + "le-users", base + "le-users/users/", base + "le-users/users/none", base + "le-users/users/a%00b", base + "le-users/users/%2e%2e",
                base + "le-users/users/a/b", base + "le-users/profiles/none", base + "le-users/skills/%3Cb%3E", base + "calls/none",
                base + "page-problems/1", "/api/operator", "/api/operator/accounts/none-such", "/api/account/%3Cb%3E/configuration/calls",
                "/api/account/" + "x".repeat(40) + "/configuration/calls", "/api/account/nosuch/configuration/calls")) {
            var answer = send("GET", path, BodyPublishers.noBody(), Map.of("Accept", "*/*"));
            assertTrue(List.of(400, 403, 404).contains(answer.statusCode()) || path.endsWith("users/") && answer.statusCode() == 200,
                    path + " " + answer.statusCode() + " " + answer.body());
            if (answer.statusCode() != 200) {
                problem(answer, answer.statusCode());
            }
        }
    }

    @Test
    void aMethodThatIsNotOfferedIsAProblem() {
        for (var request : List.of("DELETE " + calls, "POST " + calls, "PATCH " + brand.configuration("le-users/users"), "PUT " + brand.configuration("le-users/roles"),
                "DELETE " + brand.configuration("changes"), "POST " + user, "DELETE /api/operator/accounts", "PROPFIND " + calls, "NONSENSE " + user,
                "PUT /api/openapi.json")) {
            var parts = request.split(" ");
            problem(send(parts[0], parts[1], BodyPublishers.ofString("{}"), Map.of("Content-Type", JSON)), 405);
        }
    }
}
