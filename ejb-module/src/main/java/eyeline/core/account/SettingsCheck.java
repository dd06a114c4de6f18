package eyeline.core.account;

import eyeline.core.result.Refusal;
import eyeline.core.result.RefusalReason;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whether call settings can be meant: each refusal names the field that is to blame. Pure. */
final class SettingsCheck {
    private static final int SERVERS = 10;
    private static final int ORIGINS = 50;
    private static final int LANGUAGES = 20;
    private static final String HOST = "(\\[[0-9a-fA-F:.]{2,45}]|[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?)";
    private static final Pattern ICE_URL = Pattern.compile("(stuns?|turns?):" + HOST + "(:[0-9]{1,5})?(\\?transport=(udp|tcp))?");
    private static final Pattern ORIGIN = Pattern.compile("https://" + HOST + "(:[0-9]{1,5})?");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}(-[A-Z]{2})?");

    private SettingsCheck() {
    }

    static Optional<Refusal> objection(CallSettings settings) {
        return range("credentialSeconds", settings.credentialSeconds(), 120, 300)
                .or(() -> range("bitrateKbps", settings.bitrateKbps(), 200, 10_000))
                .or(() -> range("voiceBitrateKbps", settings.voiceBitrateKbps(), 16, 256))
                .or(() -> wrong(settings.voiceBitrateKbps() >= settings.bitrateKbps(), "voiceBitrateKbps",
                        "The part for voice must be smaller than bitrateKbps."))
                .or(() -> range("invitationSeconds", settings.invitationSeconds(), 5, 600))
                .or(() -> range("callsPerAgent", settings.callsPerAgent(), 1, 10))
                .or(() -> range("retentionDays", settings.retentionDays(), 0, 3_650))
                .or(() -> range("messagesPerMinute", settings.messagesPerMinute(), 10, 600))
                .or(() -> range("conversationMessages", settings.conversationMessages(), 100, 100_000))
                .or(() -> range("conversationMegabytes", settings.conversationMegabytes(), 1, 1_000))
                .or(() -> servers(settings))
                .or(() -> origins(settings))
                .or(() -> wrong(!LANGUAGE.matcher(settings.language()).matches(), "language", "A language is written like en or de-AT."))
                .or(() -> texts(settings))
                .or(() -> settings.tracker().kind().objection(settings.tracker().id()).map(why -> at("tracker.id", why)));
    }

    private static Optional<Refusal> servers(CallSettings settings) {
        var servers = settings.iceServers();
        if (servers.size() > SERVERS) {
            return Optional.of(at("iceServers", "At most " + SERVERS + " servers."));
        }
        for (int i = 0; i < servers.size(); i++) {
            var no = server(servers.get(i), "iceServers[" + i + "]");
            if (no.isPresent()) {
                return no;
            }
        }
        return wrong(settings.relayOnly() && servers.stream().noneMatch(server -> server.url().startsWith("turn")), "relayOnly",
                "Relay only needs a TURN server.");
    }

    static Optional<Refusal> server(CallSettings.Server server, String path) {
        if (!ICE_URL.matcher(server.url()).matches() || port(server.url()) > 65_535) {
            return Optional.of(at(path + ".url", "An address is written like turns:turn.example.org:5349?transport=tcp."));
        }
        var turn = server.url().startsWith("turn");
        if (turn == (server.credential() == IceServer.Credential.NONE)) {
            return Optional.of(at(path + ".credential", turn ? "A TURN server needs a credential." : "A STUN server takes no credential."));
        }
        return switch (server.credential()) {
            case NONE -> wrong(server.username().isPresent(), path + ".username", "A STUN server takes no user name.")
                    .or(() -> wrong(server.secret().isPresent(), path + ".secret", "A STUN server takes no secret."));
            case FIXED -> wrong(blank(server.username()), path + ".username", "A fixed credential needs a user name.")
                    .or(() -> wrong(blank(server.secret()), path + ".secret", "A fixed credential needs a password."));
            case SHARED_SECRET -> wrong(blank(server.secret()), path + ".secret", "The secret that the server shares is missing.")
                    .or(() -> wrong(server.username().isPresent(), path + ".username", "With a shared secret user names are made for each call."));
        };
    }

    private static Optional<Refusal> origins(CallSettings settings) {
        var origins = settings.origins();
        if (origins.size() > ORIGINS) {
            return Optional.of(at("origins", "At most " + ORIGINS + " origins."));
        }
        for (int i = 0; i < origins.size(); i++) {
            var origin = origins.get(i);
            if (!ORIGIN.matcher(origin).matches() || !origin.equals(origin.toLowerCase(Locale.ROOT)) || port(origin.substring(8)) > 65_535) {
                return Optional.of(at("origins[" + i + "]", "An origin is written like https://www.example.org, in lower case, without a path."));
            }
        }
        return wrong(new HashSet<>(origins).size() < origins.size(), "origins", "An origin stands there twice.");
    }

    private static Optional<Refusal> texts(CallSettings settings) {
        if (settings.texts().size() > LANGUAGES) {
            return Optional.of(at("texts", "At most " + LANGUAGES + " languages."));
        }
        for (var language : settings.texts().entrySet()) {
            if (!LANGUAGE.matcher(language.getKey()).matches()) {
                return Optional.of(at("texts", "A language is written like en or de-AT."));
            }
            for (var entry : language.getValue().entrySet()) {
                var key = CallText.of(entry.getKey());
                if (key.isEmpty()) {
                    return Optional.of(at("texts." + language.getKey(), "There is no text of this name."));
                }
                var no = key.get().objection(entry.getValue());
                if (no.isPresent()) {
                    return Optional.of(at("texts." + language.getKey() + "." + entry.getKey(), no.get()));
                }
            }
        }
        return Optional.empty();
    }

    private static int port(String address) {
        var port = Pattern.compile(":([0-9]{1,5})(\\?|$)").matcher(address);
        return port.find() ? Integer.parseInt(port.group(1)) : 0;
    }

    private static boolean blank(Optional<String> text) {
        return text.filter(t -> !t.isBlank()).isEmpty();
    }

    private static Optional<Refusal> range(String field, int value, int least, int most) {
        return wrong(value < least || value > most, field, field + " must be from " + least + " to " + most + ".");
    }

    private static Optional<Refusal> wrong(boolean is, String field, String why) {
        return is ? Optional.of(at(field, why)) : Optional.empty();
    }

    private static Refusal at(String field, String why) {
        return RefusalReason.MALFORMED.because(why).at(field);
    }
}
