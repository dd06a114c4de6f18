package eyeline.operator.verify;

import eyeline.operator.Release;
import eyeline.operator.look.Row;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Health, version, discovery and pages. */
record Pages(Address address, Asking asking, String account) {
    private static final Pattern MODULE = Pattern.compile("<script type=\"module\" src=\"([^\"]+)\"");
    private static final List<String> SOCKETS = List.of("asyncMessagingEnt", "facadeMsg", "agentVep", "idp");

    List<Row> health() throws IOException, InterruptedException {
        Asking.Read answer = asking.get("/health/ready");
        return List.of(switch (answer.statusCode()) {
            case 200 -> Row.green("Health", "Ready.");
            case 503 -> Row.red("Health", "Not ready.", "server.log says why, and /health/ready on the management port.");
            case 404 -> Row.yellow("Health", "There is no /health/ready here.", "Let the proxy pass it, if balancers are to ask.");
            default -> Row.yellow("Health", "/health/ready answers " + answer.statusCode() + ".", "");
        });
    }

    List<Row> version() throws IOException, InterruptedException {
        Asking.Read answer = asking.get("/api/version");
        Optional<String> version = answer.statusCode() == 200 ? json(answer).map(body -> body.getString("version", "")) : Optional.empty();
        if (version.isEmpty()) {
            return List.of(Row.yellow("Version", "/api/version answers " + answer.statusCode() + ".", "Is that Eyeline, and of this release?"));
        }
        return List.of(version.get().equals(Release.version()) ? Row.green("Version", version.get())
                : Row.yellow("Version", "The server is " + version.get() + ", this program is " + Release.version() + ".", "Use both of one release."));
    }

    /** What clients are told about where the services are has to be where they just asked. */
    List<Row> discovery() throws IOException, InterruptedException {
        Asking.Read answer = asking.get("/api/account/" + account + "/service/baseURI.json?version=1.0");
        if (answer.statusCode() == 404) {
            return List.of(Row.red("Discovery", "The account " + account + " is not there, or not enabled.", "Name another with --account."));
        }
        Optional<JsonObject> body = answer.statusCode() == 200 ? json(answer) : Optional.empty();
        if (body.isEmpty() || !body.get().containsKey("baseURIs")) {
            return List.of(Row.red("Discovery", "It answers " + answer.statusCode() + ".", "Does a proxy pass /api/ to Eyeline? See server.log."));
        }
        for (JsonObject entry : body.get().getJsonArray("baseURIs").getValuesAs(JsonObject.class)) {
            if (SOCKETS.contains(entry.getString("service")) && !entry.getString("baseURI").equals(address.authority() + address.path())) {
                return List.of(Row.red("Discovery", "It names " + entry.getString("baseURI") + ", not " + address.authority() + address.path() + ".",
                        "Correct EYELINE_PUBLIC_HOST, and the Host that a proxy passes on."));
            }
        }
        return List.of(Row.green("Discovery", address.authority() + address.path()));
    }

    List<Row> pages() throws IOException, InterruptedException {
        List<Row> rows = new ArrayList<>();
        for (var page : Map.of("Agents' log-in page", "/agent/", "Console", "/console/", "Backend console", "/backend/").entrySet().stream().sorted(Map.Entry.comparingByValue()).toList()) {
            rows.addAll(page(page.getKey(), page.getValue()));
        }
        return rows;
    }

    private List<Row> page(String what, String path) throws IOException, InterruptedException {
        Asking.Read answer = asking.get(path);
        if (answer.statusCode() != 200 || !type(answer).startsWith("text/html")) {
            return List.of(Row.red(what, path + " answers " + answer.statusCode() + " " + type(answer) + ".", "Is Eyeline deployed? Does a proxy pass every path?"));
        }
        List<String> wrong = new ArrayList<>();
        String policy = String.join("; ", answer.headers().allValues("Content-Security-Policy"));
        if (answer.headers().allValues("Content-Security-Policy").size() != 1 || !policy.contains("default-src 'none'")) {
            wrong.add(policy.isEmpty() ? "no Content-Security-Policy" : "another Content-Security-Policy than Eyeline's");
        } else if (!(policy + ";").matches(".*connect-src [^;]*wss://" + Pattern.quote(address.authority()) + "[ ;/].*")) {
            wrong.add("its sockets may not go to " + address.authority());
        }
        if (!answer.headers().firstValue("X-Content-Type-Options").orElse("").equals("nosniff")) {
            wrong.add("no X-Content-Type-Options");
        }
        String permissions = answer.headers().firstValue("Permissions-Policy").orElse("");
        if (!permissions.contains("camera=(self)") || !permissions.contains("microphone=(self)")) {
            wrong.add("Permissions-Policy lets it use no camera and microphone");
        }
        Matcher module = MODULE.matcher(answer.body());
        if (!module.find()) {
            wrong.add("it is no page of Eyeline");
        } else {
            script(module.group(1)).ifPresent(wrong::add);
        }
        return List.of(wrong.isEmpty() ? Row.green(what, path) : Row.red(what, String.join("; ", wrong) + ".", "A proxy has to pass paths, bodies and headers as they are."));
    }

    private Optional<String> script(String source) throws IOException, InterruptedException {
        Asking.Read script = asking.to(address.at("/").resolve(source));
        return script.statusCode() == 200 && type(script).contains("javascript") ? Optional.empty()
                : Optional.of("its script " + source + " answers " + script.statusCode() + " " + type(script));
    }

    private static String type(Asking.Read answer) {
        return answer.headers().firstValue("Content-Type").orElse("");
    }

    static Optional<JsonObject> json(Asking.Read answer) {
        try (var reader = Json.createReader(new StringReader(answer.body()))) {
            return Optional.of(reader.readObject());
        } catch (JsonException e) {
            return Optional.empty();
        }
    }
}
