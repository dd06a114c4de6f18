package eyeline.operator.verify;

import eyeline.core.relay.MediaConnection;
import eyeline.core.relay.RelayQuestion;
import eyeline.operator.check.RelayLook;
import eyeline.operator.look.Row;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** The account's relays with the credentials that an anonymous consumer's check gets, where the account lets anybody be one. */
record RelayFromHere(Asking asking, String account, SSLContext trust) {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    List<Row> rows() throws IOException, InterruptedException {
        Asking.Read signUp = asking.post("/api/account/" + account + "/signup");
        Optional<String> token = signUp.statusCode() == 200 ? Pages.json(signUp).map(body -> body.getString("jwt", "")) : Optional.empty();
        if (token.isEmpty()) {
            return List.of(Row.yellow("Relay", "Not asked: the account lets nobody sign up without a name (" + signUp.statusCode() + ").",
                    "An agent's menu has \"Check camera and connection\", which asks."));
        }
        Asking.Read servers = asking.get("/api/account/" + account + "/check/servers", token.get());
        Optional<JsonObject> body = servers.statusCode() == 200 ? Pages.json(servers) : Optional.empty();
        if (body.isEmpty()) {
            return List.of(Row.red("Relay", "The check's servers are answered " + servers.statusCode() + ".", "See server.log."));
        }
        List<Row> rows = new ArrayList<>();
        RelayQuestion question = new RelayQuestion(trust, PATIENCE);
        for (JsonObject server : body.get().getJsonArray("iceServers").getValuesAs(JsonObject.class)) {
            var given = new MediaConnection.Server(server.getString("urls"), Optional.ofNullable(server.getString("username", null)),
                    Optional.ofNullable(server.getString("credential", null)));
            question.ask(given).forEach(answer -> rows.add(RelayLook.row(given.urls(), answer)));
        }
        if (rows.isEmpty()) {
            rows.add(Row.yellow("Relay", "The account has no server that a consumer's check is told of.", "Calls through strict firewalls need a relay."));
        }
        return rows;
    }
}
