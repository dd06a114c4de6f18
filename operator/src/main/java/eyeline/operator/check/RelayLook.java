package eyeline.operator.check;

import eyeline.core.account.IceServer;
import eyeline.core.relay.RelayAnswer;
import eyeline.core.relay.RelayQuestion;
import eyeline.core.relay.TrustedAuthorities;
import eyeline.operator.OwnDatabase;
import eyeline.operator.Settings;
import eyeline.operator.StartRefused;
import eyeline.operator.look.Row;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The STUN and TURN servers that accounts have: asked from this machine, with the credentials that their calls would have. */
public record RelayLook(Settings settings) {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    /** An installation has a few relays, and its accounts share them. */
    private static final int MOST = 20;
    private static final String SERVERS = "select distinct url, credential, username, secret from ice_server order by 1 limit " + (MOST + 1);

    List<Row> rows() throws StartRefused, SQLException {
        List<IceServer> servers = servers();
        if (servers.isEmpty()) {
            return List.of(Row.yellow("Relay", "No account has a STUN or TURN server.", "Calls through strict firewalls need one (The relay in docs/operations)."));
        }
        Optional<Path> authority = settings.find("EYELINE_TRUSTED_AUTHORITY").map(Path::of);
        RelayQuestion question = new RelayQuestion(TrustedAuthorities.context(authority), PATIENCE);
        List<Row> rows = new ArrayList<>();
        servers.stream().limit(MOST).forEach(server -> question.ask(server, Instant.now()).forEach(answer -> rows.add(row(server.url(), answer))));
        if (servers.size() > MOST) {
            rows.add(Row.yellow("Relay", "There are more servers than " + MOST + "; the others were not asked.", ""));
        }
        return rows;
    }

    public static Row row(String url, RelayAnswer answer) {
        String found = url + " over " + answer.transport() + ", port " + answer.port();
        return switch (answer.outcome()) {
            case OK -> Row.green("Relay", found + ": " + answer.milliseconds().orElse(0) + " ms");
            case UNAUTHORIZED -> Row.red("Relay", found + ": it does not know the credential.", "Compare the secret with coturn's static-auth-secret, and both clocks.");
            case REFUSED -> Row.red("Relay", found + ": it refuses an allocation.", "See its log: quota, ports, denied addresses.");
            case UNTRUSTED -> Row.red("Relay", found + ": its certificate is not trusted.", "Renew it, or name its authority in EYELINE_TRUSTED_AUTHORITY.");
            case UNREACHABLE -> Row.red("Relay", found + ": no answer.", "Look at name, port and firewall, and whether coturn runs.");
        };
    }

    private List<IceServer> servers() throws StartRefused, SQLException {
        try (Connection connection = OwnDatabase.application(settings).getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("set eyeline.account = '*'");
            List<IceServer> servers = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(SERVERS)) {
                while (rows.next()) {
                    servers.add(new IceServer(rows.getString(1), IceServer.Credential.valueOf(rows.getString(2)),
                            Optional.ofNullable(rows.getString(3)), Optional.ofNullable(rows.getString(4))));
                }
            }
            return servers;
        }
    }
}
