package eyeline.whole.settings;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** S over REST: the settings of an account and the operator's accounts, on the running product. */
@OnTheProduct
class SettingsTest {
    private static final String PASSWORD = "a quiet green harbour";
    private static final String ACCOUNTS = "/api/operator/accounts";

    private final Product product;
    private final Administrator operator;
    private final String account;
    private final String settings;
    private final Administrator admin;

    SettingsTest(Product product) {
        this.product = product;
        operator = Administrator.logIn(product.api(), "0", "operator1", AgentDesk.PASSWORD);
        var made = operator.post(ACCOUNTS, newAccount());
        assertEquals(201, made.status(), made.response().body());
        account = made.body().getString("id");
        settings = "/api/account/" + account + "/configuration/calls";
        admin = Administrator.logIn(product.api(), account, "first", PASSWORD);
    }

    @Test
    void aNewAccountHasTheDefaults() {
        var now = admin.get(settings).body();
        for (var on : new String[] {"voice", "video", "voiceAllowed", "videoAllowed", "anonymousSignUp"}) {
            assertTrue(now.getBoolean(on), on);
        }
        for (var off : new String[] {"agentCameraOff", "consumerCameraOff", "relayOnly", "consumerMayAsk"}) {
            assertFalse(now.getBoolean(off), off);
        }
        assertEquals(120, now.getInt("invitationSeconds"));
        assertEquals(2600, now.getInt("bitrateKbps"));
        assertTrue(now.getJsonArray("iceServers").isEmpty(), "no public server is a default");
        var profiles = admin.get("/api/account/" + account + "/configuration/le-users/profiles").body();
        assertEquals(3, profiles.getInt("total"), "a profile of each role");
    }

    @Test
    void whatIsReadCanBeSentBackAndAPatchLosesNothing() {
        var read = admin.get(settings);
        var same = admin.put(settings, read.etag().get(), read.body());
        assertEquals(200, same.status(), same.response().body());
        assertEquals(read.body(), same.body());
        var patched = admin.patch(settings, same.etag().get(), "{\"texts\":{\"de\":{\"DECLINED\":\"Abgelehnt: {call}\"}}}");
        assertEquals(200, patched.status(), patched.response().body());
        var again = admin.patch(settings, patched.etag().get(), "{\"texts\":{\"fr\":{\"DECLINED\":\"Refusé\"}},\"agentCameraOff\":true}");
        assertEquals("Abgelehnt: {call}", again.body().getJsonObject("texts").getJsonObject("de").getString("DECLINED"));
        assertTrue(again.body().getBoolean("agentCameraOff"));
        assertEquals(412, admin.patch(settings, patched.etag().get(), "{\"voice\":false}").status());
        assertEquals(428, admin.patch(settings, null, "{\"voice\":false}").status());
    }

    @Test
    void aSecretIsNeverReadAgainAndStaysWhereItIsNotNamed() {
        var secret = "canary-" + UUID.randomUUID();
        var server = Json.createObjectBuilder().add("url", "turn:turn.example.org:3478").add("credential", "SHARED_SECRET");
        var set = admin.change(settings, Json.createObjectBuilder().add("iceServers", Json.createArrayBuilder()
                .add(Json.createObjectBuilder(server.build()).add("secret", secret))).build());
        assertEquals(200, set.status(), set.response().body());
        assertTrue(set.body().getJsonArray("iceServers").getJsonObject(0).getBoolean("hasSecret"));
        assertFalse(set.response().body().contains(secret));
        var back = admin.put(settings, set.etag().get(), set.body());
        assertEquals(200, back.status(), back.response().body());
        assertEquals(secret, product.owner().one("select secret from ice_server where account_id = ?", account));
        var history = admin.get("/api/account/" + account + "/configuration/changes").response().body();
        assertTrue(history.contains("turn.example.org") && !history.contains(secret), history);
    }

    @Test
    void everyImpossibleSettingIsNamedAndNothingIsSaved() {
        var impossible = new LinkedHashMap<String, String>();
        impossible.put("{\"voice\":null}", "voice");
        impossible.put("{\"voice\":1,\"bitrateKbps\":\"much\"}", "bitrateKbps voice");
        impossible.put("{\"invitationSeconds\":4}", "invitationSeconds");
        impossible.put("{\"invitationSeconds\":601}", "invitationSeconds");
        impossible.put("{\"invitationSeconds\":12.5}", "invitationSeconds");
        impossible.put("{\"callsPerAgent\":0}", "callsPerAgent");
        impossible.put("{\"bitrateKbps\":199}", "bitrateKbps");
        impossible.put("{\"bitrateKbps\":99999999999}", "bitrateKbps");
        impossible.put("{\"bitrateKbps\":200,\"voiceBitrateKbps\":250}", "voiceBitrateKbps");
        impossible.put("{\"credentialSeconds\":119}", "credentialSeconds");
        impossible.put("{\"retentionDays\":-1}", "retentionDays");
        impossible.put("{\"retentionDays\":3651}", "retentionDays");
        impossible.put("{\"messagesPerMinute\":9}", "messagesPerMinute");
        impossible.put("{\"conversationMessages\":99}", "conversationMessages");
        impossible.put("{\"conversationMegabytes\":1001}", "conversationMegabytes");
        impossible.put("{\"relayOnly\":true}", "relayOnly");
        impossible.put("{\"iceServers\":[{\"url\":\"http://x\",\"credential\":\"NONE\"}]}", "iceServers[0].url");
        impossible.put("{\"iceServers\":[{\"url\":\"turn:a:99999\",\"credential\":\"FIXED\"}]}", "iceServers[0].url");
        impossible.put("{\"iceServers\":[{\"url\":\"turn:a\",\"credential\":\"NONE\"}]}", "iceServers[0].credential");
        impossible.put("{\"iceServers\":[{\"url\":\"turn:a\",\"credential\":\"SHARED_SECRET\"}]}", "iceServers[0].secret");
        impossible.put("{\"iceServers\":[{\"url\":\"turn:a\",\"credential\":\"FIXED\",\"secret\":\"x\"}]}", "iceServers[0].username");
        impossible.put("{\"iceServers\":[{\"url\":\"turn:a\",\"credential\":\"MAGIC\"}]}", "iceServers[0].credential");
        impossible.put("{\"iceServers\":[{}]}", "iceServers[0].credential iceServers[0].url");
        impossible.put("{\"origins\":[\"http://www.example.org\"]}", "origins[0]");
        impossible.put("{\"origins\":[\"https://www.example.org/\"]}", "origins[0]");
        impossible.put("{\"origins\":[\"https://a\",\"https://a\"]}", "origins");
        impossible.put("{\"language\":\"english\"}", "language");
        impossible.put("{\"texts\":{\"de\":{\"NONSENSE\":\"x\"}}}", "texts.de");
        impossible.put("{\"texts\":{\"de\":{\"DECLINED\":\"{agent}\"}}}", "texts.de.DECLINED");
        impossible.put("{\"texts\":{\"de\":{\"DECLINED\":\"" + "x".repeat(501) + "\"}}}", "texts.de.DECLINED");
        impossible.put("{\"texts\":{\"de\":{\"DECLINED\":5}}}", "texts.de.DECLINED");
        impossible.put("{\"tracker\":{\"kind\":\"MATOMO\",\"id\":\"<script>\"}}", "tracker.id");
        impossible.put("{\"tracker\":{\"kind\":\"GOOGLE_ANALYTICS\"}}", "tracker.id");
        impossible.put("{\"tracker\":{\"kind\":\"OTHER\"}}", "tracker.kind");
        impossible.put("{\"unknown\":1}", "unknown");
        var before = admin.get(settings);
        for (Map.Entry<String, String> one : impossible.entrySet()) {
            var answer = admin.patch(settings, before.etag().get(), one.getKey());
            assertEquals(400, answer.status(), one.getKey());
            assertEquals(one.getValue(), answer.fields(), one.getKey() + " " + answer.response().body());
        }
        assertEquals(before.body(), admin.get(settings).body());
        assertEquals(before.etag(), admin.get(settings).etag());
    }

    @Test
    void theWindowGetsCompleteTextsInItsLanguage() {
        admin.change(settings, "{\"texts\":{\"de\":{\"DECLINED\":\"<b>Nein</b>\"}},\"consumerMayAsk\":true,"
                + "\"tracker\":{\"kind\":\"MATOMO\",\"id\":\"7\"}}");
        var german = window("de-AT");
        assertEquals("de", german.getString("language"));
        assertEquals(List.of("de", "de", "de", "en"), Stream.of("DE", "de_AT", "de-Latn-AT-1996", "zh-Hant-TW").map(tag -> window(tag).getString("language")).toList());
        assertEquals("<b>Nein</b>", german.getJsonObject("texts").getString("DECLINED"));
        assertEquals("{agent} lädt Sie zu einem Videoanruf ein.", german.getJsonObject("texts").getString("INVITED_VIDEO"));
        assertTrue(german.getBoolean("consumerMayAsk"));
        assertEquals("{\"kind\":\"MATOMO\",\"id\":\"7\"}", german.getJsonObject("tracker").toString());
        assertEquals("{agent} invites you to a video call.", window("xx").getJsonObject("texts").getString("INVITED_VIDEO"));
        assertEquals(400, product.api().get("/api/account/" + account + "/configuration/window?language=%3Cb%3E").statusCode());
        var catalogue = admin.get(settings + "/texts").body().getJsonArray("items").getValuesAs(JsonObject.class);
        assertEquals(german.getJsonObject("texts").size(), catalogue.size());
    }

    @Test
    void whatTheOperatorSwitchesOffIsNotTheAdministrators() {
        operator.change(ACCOUNTS + "/" + account, "{\"videoAllowed\":false}");
        var tried = admin.change(settings, "{\"videoAllowed\":true}");
        assertFalse(tried.body().getBoolean("videoAllowed"));
        assertFalse(window("en").getBoolean("video"));
        var roles = admin.get("/api/account/" + account + "/configuration/le-users/roles").response().body();
        assertTrue(roles.contains("\"switchedOffBy\":\"OPERATOR\""), roles);
        admin.change(settings, "{\"voice\":false}");
        assertTrue(admin.get("/api/account/" + account + "/configuration/le-users/roles").response().body()
                .contains("\"switchedOffBy\":\"ACCOUNT\""));
    }

    @Test
    void aClosedAccountLetsNobodyInUntilItIsOpenedAgain() {
        operator.change(ACCOUNTS + "/" + account, "{\"isEnabled\":false}");
        assertEquals(401, admin.get(settings).status());
        assertEquals(401, product.api().post("/api/account/" + account + "/login",
                Json.createObjectBuilder().add("username", "first").add("password", PASSWORD).build()).statusCode());
        operator.change(ACCOUNTS + "/" + account, "{\"isEnabled\":true}");
        assertEquals(200, Administrator.logIn(product.api(), account, "first", PASSWORD).get(settings).status());
    }

    @Test
    void anAccountIsOpenedWholeOrNotAtAll() {
        var before = operator.get(ACCOUNTS).body().getInt("total");
        var poor = operator.post(ACCOUNTS, Json.createObjectBuilder().add("name", "Poor").add("administrator",
                Json.createObjectBuilder().add("loginName", "a").add("fullName", "b").add("password", "short")).build());
        assertEquals("administrator.password", poor.fields(), poor.response().body());
        var taken = operator.post(ACCOUNTS, Json.createObjectBuilder().add("id", account).add("name", "Taken").build());
        assertEquals("NAME_TAKEN", taken.reason());
        assertEquals("name", operator.post(ACCOUNTS, "{}").fields());
        assertEquals(before, operator.get(ACCOUNTS).body().getInt("total"));
        assertEquals(404, operator.get(ACCOUNTS + "/0").status(), "the operators' own account is not among them");
    }

    @Test
    void anAdministratorIsNoOperatorAndAnOperatorIsEverywhere() {
        assertEquals(403, admin.get(ACCOUNTS).status());
        assertEquals(404, admin.get("/api/account/10000001/configuration/calls").status());
        assertEquals(200, operator.get(settings).status());
    }

    private JsonObject window(String language) {
        return admin.get("/api/account/" + account + "/configuration/window?language=" + language).body();
    }

    private static JsonObject newAccount() {
        JsonObjectBuilder first = Json.createObjectBuilder().add("loginName", "first").add("fullName", "First One").add("password", PASSWORD);
        return Json.createObjectBuilder().add("name", "Brand " + UUID.randomUUID()).add("administrator", first).build();
    }
}
