package eyeline.whole.wire;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;

/** Somebody who has logged in and uses the REST API (docs/rest.md). */
public final class Administrator {

    /** An answer: its status, its body (an empty object if there is none), and its entity tag. */
    public record Answer(int status, JsonObject body, Optional<String> etag, HttpResponse<String> response) {

        public String reason() {
            return body.getString("reason", "");
        }

        /** The fields to blame, in the order of the alphabet, with blanks between. */
        public String fields() {
            return body.containsKey("errors") ? String.join(" ", body.getJsonArray("errors").getValuesAs(JsonObject.class)
                    .stream().map(e -> e.getString("field")).sorted().toList()) : "";
        }
    }

    private final Api api;
    private final String bearer;

    private Administrator(Api api, String bearer) {
        this.api = api;
        this.bearer = bearer;
    }

    public static Administrator logIn(Api api, String account, String name, String password) {
        var answer = api.post("/api/account/" + account + "/login", Json.createObjectBuilder()
                .add("username", name).add("password", password).build());
        if (answer.statusCode() != 200) {
            throw new AssertionError("log-in of " + name + ": " + answer.statusCode() + " " + answer.body());
        }
        return new Administrator(api, json(answer.body()).getString("bearer"));
    }

    public Answer get(String path) {
        return send("GET", path, null, null);
    }

    public Answer post(String path, Object body) {
        return send("POST", path, null, body);
    }

    public Answer put(String path, String ifMatch, Object body) {
        return send("PUT", path, ifMatch, body);
    }

    public Answer patch(String path, String ifMatch, Object body) {
        return send("PATCH", path, ifMatch, body);
    }

    public Answer delete(String path, String ifMatch) {
        return send("DELETE", path, ifMatch, null);
    }

    /** Changes what {@code body} names, whatever the version is now. */
    public Answer change(String path, Object body) {
        return patch(path, get(path).etag().orElseThrow(), body);
    }

    public Answer send(String method, String path, String ifMatch, Object body) {
        var request = api.request(path).header("Authorization", "Bearer " + bearer)
                .method(method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body.toString()));
        if (body != null) {
            request.header("Content-Type", method.equals("PATCH") ? "application/merge-patch+json" : "application/json");
        }
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        var response = api.send(request.build());
        return new Answer(response.statusCode(), json(response.body()), response.headers().firstValue("ETag"), response);
    }

    private static JsonObject json(String text) {
        if (text.isEmpty()) {
            return JsonObject.EMPTY_JSON_OBJECT;
        }
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
