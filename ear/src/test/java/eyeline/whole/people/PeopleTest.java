package eyeline.whole.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eyeline.whole.OnTheProduct;
import eyeline.whole.Product;
import eyeline.whole.wire.Administrator;
import eyeline.whole.wire.AgentDesk;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** P1, P2, P5: people, profiles and skills over REST, on the running product. */
@OnTheProduct
class PeopleTest {
    private static final String OTHER = "10000002";
    private static final String BASE = "/api/account/" + OTHER + "/configuration/le-users/";
    private static final String USERS = BASE + "users";
    private static final String PASSWORD = "a quiet green harbour";

    private final Product product;
    private final Administrator admin;

    PeopleTest(Product product) {
        this.product = product;
        this.admin = Administrator.logIn(product.api(), OTHER, "admin2", AgentDesk.PASSWORD);
    }

    @Test
    void aUserIsCreatedReadChangedAndDeleted() {
        var name = unique();
        var made = admin.post(USERS, user(name).add("password", PASSWORD).build());
        assertEquals(201, made.status(), made.response().body());
        var path = USERS + "/" + made.body().getString("id");
        assertTrue(made.response().headers().firstValue("Location").orElse("").endsWith(path));
        assertFalse(made.response().body().contains(PASSWORD));
        var read = admin.get(path);
        assertEquals(made.body(), read.body());
        assertEquals(made.etag(), read.etag());
        Administrator.logIn(product.api(), OTHER, name, PASSWORD);

        var renamed = admin.patch(path, read.etag().get(), Json.createObjectBuilder().add("fullName", "Renamed").build());
        assertEquals(200, renamed.status(), renamed.response().body());
        assertEquals("Renamed", renamed.body().getString("fullName"));
        assertEquals(name, renamed.body().getString("loginName"), "a patch loses nothing");

        assertEquals(204, admin.delete(path, renamed.etag().get()).status());
        assertEquals(404, admin.get(path).status());
        assertEquals(401, logInStatus(name, PASSWORD));
        assertEquals(201, admin.post(USERS, user(name).add("password", PASSWORD).build()).status(), "the log-in name is free again");
    }

    @Test
    void whatIsReadCanBeSentBack() {
        var made = admin.post(USERS, user(unique()).add("password", PASSWORD).build());
        var path = USERS + "/" + made.body().getString("id");
        var same = admin.put(path, made.etag().get(), made.body());
        assertEquals(200, same.status(), same.response().body());
        assertEquals(made.body(), same.body());
    }

    @Test
    void ofTwoWhoSawTheSameVersionExactlyOneWins() {
        var made = admin.post(USERS, user(unique()).add("password", PASSWORD).build());
        var path = USERS + "/" + made.body().getString("id");
        for (int round = 0; round < 10; round++) {
            var tag = admin.get(path).etag().get();
            var ada = CompletableFuture.supplyAsync(() -> admin.patch(path, tag, "{\"fullName\":\"Ada\"}"));
            var ben = CompletableFuture.supplyAsync(() -> admin.patch(path, tag, "{\"fullName\":\"Ben\"}"));
            var statuses = List.of(ada.join().status(), ben.join().status());
            var winner = ada.join().status() == 200 ? "Ada" : "Ben";
            var loser = winner.equals("Ada") ? ben.join() : ada.join();
            if (statuses.equals(List.of(200, 200))) {
                throw new AssertionError("both won");
            }
            assertEquals(412, loser.status());
            assertEquals("CHANGED_MEANWHILE", loser.reason());
            assertEquals(winner, loser.body().getJsonObject("current").getString("fullName"));
            assertEquals(winner, admin.get(path).body().getString("fullName"));
            admin.change(path, "{\"fullName\":\"Again\"}");
        }
    }

    @Test
    void withoutAVersionNothingIsChanged() {
        var made = admin.post(USERS, user(unique()).add("password", PASSWORD).build());
        var path = USERS + "/" + made.body().getString("id");
        assertEquals(428, admin.put(path, null, made.body()).status());
        assertEquals(428, admin.patch(path, null, "{}").status());
        assertEquals(428, admin.delete(path, null).status());
        assertEquals(412, admin.patch(path, "\"nonsense\"", "{}").status());
    }

    @Test
    void everyWrongFieldIsNamedAtOnceAndNothingIsSaved() {
        var before = admin.get(USERS).body().getInt("total");
        var long101 = "x".repeat(101);
        assertFields("fullName isEnabled loginName profileIds skillIds", "{}");
        assertFields("loginName", user(unique()).add("password", PASSWORD).add("loginName", JsonValue.NULL).build());
        assertFields("fullName loginName", user(unique()).add("password", PASSWORD).add("loginName", 5).add("fullName", true).build());
        assertFields("fullName loginName", user(long101).add("password", PASSWORD).add("fullName", long101).build());
        assertFields("fullName", user(unique()).add("password", PASSWORD).add("fullName", "two\nlines").build());
        assertFields("fullName", user(unique()).add("password", PASSWORD).add("fullName", "   ").build());
        assertFields("isEnabled", user(unique()).add("password", PASSWORD).add("isEnabled", "yes").build());
        assertFields("profileIds", user(unique()).add("password", PASSWORD).add("profileIds", "all").build());
        assertFields("profileIds[0]", user(unique()).add("password", PASSWORD).add("profileIds", Json.createArrayBuilder().add(7)).build());
        assertFields("profileIds", user(unique()).add("password", PASSWORD).add("profileIds",
                Json.createArrayBuilder().add(UUID.randomUUID().toString())).build());
        assertFields("skillIds", user(unique()).add("password", PASSWORD).add("skillIds", Json.createArrayBuilder().add("none")).build());
        assertFields("isRoot", user(unique()).add("password", PASSWORD).add("isRoot", true).build());
        assertFields("password", user(unique()).build());
        assertFields("password", user(unique()).add("password", "short").build());
        assertFields("body", "[]");
        assertFields("body", "{\"loginName\":\"a\",\"loginName\":\"b\"}");
        assertEquals(before, admin.get(USERS).body().getInt("total"));
    }

    @Test
    void markupMarksAndFormulasAreKeptAsPlainText() {
        for (var text : List.of("<img src=x onerror=alert(1)>", "\u202Eabc\u200F", "=HYPERLINK(\"x\")", "O'Brien & Söhne \uD83D\uDE00")) {
            var made = admin.post(USERS, user(unique()).add("fullName", text).add("password", PASSWORD).build());
            assertEquals(201, made.status(), made.response().body());
            assertEquals(text, admin.get(USERS + "/" + made.body().getString("id")).body().getString("fullName"));
        }
    }

    @Test
    void aLoginNameBelongsToOneUser() {
        var name = unique();
        admin.post(USERS, user(name).add("password", PASSWORD).build());
        var second = admin.post(USERS, user(name.toUpperCase(java.util.Locale.ROOT)).add("password", PASSWORD).build());
        assertEquals(409, second.status());
        assertEquals("NAME_TAKEN", second.reason());
        assertEquals("loginName", second.fields());
    }

    @Test
    void theLastAdministratorStays() {
        var self = admin.get(USERS + "/701");
        for (var change : List.of("{\"isEnabled\":false}", "{\"profileIds\":[]}")) {
            assertEquals("LAST_ADMINISTRATOR", admin.patch(USERS + "/701", self.etag().get(), change).reason());
        }
        assertEquals("LAST_ADMINISTRATOR", admin.delete(USERS + "/701", self.etag().get()).reason());
        assertEquals(self.body(), admin.get(USERS + "/701").body());
    }

    @Test
    void aProfileLivesAndIsNotDeletedWhileSomebodyHasIt() {
        var name = unique();
        var made = admin.post(BASE + "profiles", Json.createObjectBuilder().add("role", "AGENT").add("name", name).build());
        assertEquals(201, made.status(), made.response().body());
        assertEquals(2, made.body().getJsonArray("permissions").size(), "both of P2 are on by default");
        var path = BASE + "profiles/" + made.body().getString("id");
        var one = admin.patch(path, made.etag().get(), "{\"permissions\":[\"INITIATE_VOICE_CONVERSATION\"]}");
        assertEquals("[\"INITIATE_VOICE_CONVERSATION\"]", one.body().getJsonArray("permissions").toString());
        assertEquals("role", admin.patch(path, one.etag().get(), "{\"role\":\"OPERATOR\"}").fields());
        assertEquals("permissions", admin.patch(path, one.etag().get(), "{\"permissions\":[\"SEE_ALL_CONVERSATIONS\"]}").fields());
        assertEquals("NAME_TAKEN", admin.post(BASE + "profiles",
                Json.createObjectBuilder().add("role", "AGENT").add("name", name).build()).reason());

        var user = admin.post(USERS, user(unique()).add("password", PASSWORD)
                .add("profileIds", Json.createArrayBuilder().add(made.body().getString("id"))).build());
        assertEquals("IN_USE", admin.delete(path, one.etag().get()).reason());
        assertEquals(1, admin.get(path).body().getInt("users"));
        assertEquals(204, admin.delete(USERS + "/" + user.body().getString("id"), user.etag().get()).status());
        assertEquals(204, admin.delete(path, one.etag().get()).status());
    }

    @Test
    void aUserHasAtMostOneProfileOfARole() {
        var two = Json.createArrayBuilder();
        for (int i = 0; i < 2; i++) {
            two.add(admin.post(BASE + "profiles", Json.createObjectBuilder().add("role", "AGENT").add("name", unique()).build())
                    .body().getString("id"));
        }
        assertFields("profileIds", user(unique()).add("password", PASSWORD).add("profileIds", two).build());
    }

    @Test
    void aSkillLives() {
        var made = admin.post(BASE + "skills", Json.createObjectBuilder().add("name", unique()).build());
        assertEquals(201, made.status(), made.response().body());
        var path = BASE + "skills/" + made.body().getString("id");
        var renamed = admin.put(path, made.etag().get(), Json.createObjectBuilder().add("id", made.body().getString("id"))
                .add("name", "Repairs " + unique()).build());
        assertEquals(200, renamed.status(), renamed.response().body());
        assertEquals(204, admin.delete(path, renamed.etag().get()).status());
        assertEquals("IN_USE", admin.delete(BASE + "skills/sales", admin.get(BASE + "skills/sales").etag().get()).reason());
    }

    @Test
    void pagesStayWholeWhileOthersAreCreated() {
        var prefix = "paged-" + unique();
        for (int i = 0; i < 5; i++) {
            admin.post(BASE + "skills", Json.createObjectBuilder().add("name", prefix + " " + i).build());
        }
        var first = admin.get(BASE + "skills?limit=2&q=" + prefix);
        assertEquals(List.of(prefix + " 0", prefix + " 1"), names(first.body()));
        assertEquals(5, first.body().getInt("total"));
        admin.post(BASE + "skills", Json.createObjectBuilder().add("name", prefix + " 00").build());
        var second = admin.get(BASE + "skills?limit=2&q=" + prefix + "&cursor=" + first.body().getString("next"));
        assertEquals(List.of(prefix + " 2", prefix + " 3"), names(second.body()));
        var third = admin.get(BASE + "skills?limit=2&q=" + prefix + "&cursor=" + second.body().getString("next"));
        assertEquals(List.of(prefix + " 4"), names(third.body()));
        assertFalse(third.body().containsKey("next"));
        assertEquals(prefix + " 4", names(admin.get(BASE + "skills?limit=1&sort=-name&q=" + prefix).body()).get(0));
        for (var wrong : List.of("limit=0", "limit=101", "limit=x", "sort=age", "cursor=nonsense", "q=" + "x".repeat(101))) {
            assertEquals(400, admin.get(BASE + "skills?" + wrong).status(), wrong);
        }
    }

    @Test
    void everyChangeIsWrittenDownWithoutThePassword() {
        var name = unique();
        var made = admin.post(USERS, user(name).add("password", PASSWORD).build());
        var id = made.body().getString("id");
        admin.change(USERS + "/" + id, "{\"isEnabled\":false,\"password\":\"another green harbour\"}");
        var history = admin.get("/api/account/" + OTHER + "/configuration/changes?subject=USER&subjectId=" + id);
        var items = history.body().getJsonArray("items").getValuesAs(JsonObject.class);
        assertEquals(List.of("CHANGED", "CREATED"), items.stream().map(c -> c.getString("action")).toList());
        assertEquals("admin2", items.get(0).getJsonObject("by").getString("loginName"));
        assertEquals("{\"isEnabled\":true}", items.get(0).getJsonObject("before").toString());
        assertFalse(items.get(0).getJsonObject("after").getBoolean("isEnabled"));
        assertFalse(items.get(1).containsKey("before"));
        assertFalse(history.response().body().contains("harbour"), "no password");
    }

    @Test
    void rolesSayWhatCanBeAllowed() {
        var roles = admin.get(BASE + "roles").body().getJsonArray("items").getValuesAs(JsonObject.class);
        assertEquals(List.of("AGENT", "AGENT_MANAGER", "ADMINISTRATOR"), roles.stream().map(r -> r.getString("role")).toList());
        assertEquals("Initiate voice conversation",
                roles.get(0).getJsonArray("permissions").getJsonObject(0).getString("name"));
    }

    @Test
    void theCookieAloneOpensNothingHere() {
        var login = product.api().post("/api/account/" + OTHER + "/login",
                Json.createObjectBuilder().add("username", "admin2").add("password", AgentDesk.PASSWORD).build());
        var cookie = login.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
        assertEquals(401, product.api().get(USERS, java.util.Map.of("Cookie", cookie)).statusCode());
    }

    private void assertFields(String fields, Object body) {
        var answer = admin.post(USERS, body);
        assertEquals(400, answer.status(), answer.response().body());
        assertEquals(fields, answer.fields(), answer.response().body());
        assertEquals("application/problem+json", answer.response().headers().firstValue("Content-Type").orElse(""));
    }

    private int logInStatus(String name, String password) {
        return product.api().post("/api/account/" + OTHER + "/login",
                Json.createObjectBuilder().add("username", name).add("password", password).build()).statusCode();
    }

    private static List<String> names(JsonObject page) {
        return page.getJsonArray("items").getValuesAs(JsonObject.class).stream().map(item -> item.getString("name")).toList();
    }

    private static String unique() {
        return "n" + UUID.randomUUID().toString().substring(0, 12);
    }

    private static JsonObjectBuilder user(String loginName) {
        return Json.createObjectBuilder().add("loginName", loginName).add("fullName", "Somebody").add("isEnabled", true)
                .add("profileIds", Json.createArrayBuilder()).add("skillIds", Json.createArrayBuilder());
    }
}
