package eyeline.whole.wire;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** A consumer who signed up, with as many tabs as a test opens. Closing the consumer closes the tabs. */
public final class Consumer implements AutoCloseable {
    private final Api api;
    private final String account;
    private final String token;
    private final List<Tab> tabs = new ArrayList<>();

    private Consumer(Api api, String account, String token) {
        this.api = api;
        this.account = account;
        this.token = token;
    }

    /** The short way in (I1). */
    public static Consumer signsUp(Api api, String account) {
        var answer = api.post("/api/account/" + account + "/signup", null);
        if (answer.statusCode() != 200) {
            throw new AssertionError("sign-up answered " + answer.statusCode() + " " + answer.body());
        }
        return new Consumer(api, account, Body.parse(answer.body()).getString("jwt"));
    }

    public String token() {
        return token;
    }

    public JsonObject claims() {
        return Body.parse(new String(Base64.getUrlDecoder().decode(token.split("\\.")[1])));
    }

    /** The participant id. */
    public String id() {
        return claims().getString("sub");
    }

    /** A socket that is open and has said nothing yet. */
    public Wire socket() {
        return Wire.open(api.client(), api.consumerSocket(account), Map.of("Origin", api.origin().toString()));
    }

    /** A window that can take calls, subscribed to its conversations and to its calls. */
    public Tab opensTab() {
        var tab = opensTab("CO_BROWSE");
        tab.wire().expect("call.Subscribe", Body.of());
        return tab;
    }

    /** A window that announces these features and subscribes to its conversations. */
    public Tab opensTab(String... features) {
        var wire = socket();
        var answer = wire.ask("InitConnection", null, Map.of("headers", greeting(token, features)));
        if (answer.getInt("code") != 200) {
            throw new AssertionError("InitConnection was refused: " + answer);
        }
        var tab = new Tab(wire);
        tabs.add(tab);
        wire.expect("cqm.SubscribeExConversations", Body.of("convState", List.of("OPEN", "CLOSE")));
        return tab;
    }

    /** The headers of InitConnection. */
    public static JsonValue greeting(String token, String... features) {
        return Json.createArrayBuilder()
                .add(Body.of("type", ".ams.headers.ConsumerAuthentication", "jwt", token))
                .add(Body.of("type", ".ams.headers.ClientProperties", "deviceFamily", "DESKTOP", "features", List.of(features)))
                .build();
    }

    @Override
    public void close() {
        tabs.forEach(Tab::close);
    }
}
